package org.petitiondesk.accountability;

import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.OwnMatters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the work list says of a lesson. It goes through more hands than a report against a person may. */
@Component
@Transactional(readOnly = true)
class LessonMatters implements OwnMatters {

  private final LessonTable lessons;
  private final CaseFiles cases;

  LessonMatters(LessonTable lessons, CaseFiles cases) {
    this.lessons = lessons;
    this.cases = cases;
  }

  @Override
  public boolean owns(String processKey, CaseId id) {
    return processKey.equals(AccountabilityLesson.KEY);
  }

  @Override
  public Optional<Matter> find(CaseId id) {
    return lessons.find(new LessonId(id.value()))
        .map(lesson -> new Matter("", cases.isReport(lesson.caseId()) ? "" : lesson.title()));
  }

  @Override
  public String page(CaseId id) {
    return "/lessons/" + id;
  }
}
