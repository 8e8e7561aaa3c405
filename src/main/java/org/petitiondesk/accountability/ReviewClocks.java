package org.petitiondesk.accountability;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.calendar.DueClocks.Goal;
import org.petitiondesk.calendar.DueClocks;
import org.petitiondesk.calendar.LastingClocks;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;

/**
 * The clocks of what people owe to a review: their own statement, and reading a lesson. One of a case runs to the next
 * such day, in the hands of the unit that has to see to it.
 */
@Component
class ReviewClocks implements LastingClocks {

  static final String STATEMENT = "responsibility_statement";
  static final String READING = "lesson_reading";

  private final FindingTable findings;
  private final LessonTable lessons;
  private final DueClocks clocks;

  ReviewClocks(FindingTable findings, LessonTable lessons, DueClocks clocks) {
    this.findings = findings;
    this.lessons = lessons;
    this.clocks = clocks;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(STATEMENT, READING);
  }

  /** Runs while somebody who was asked has neither said anything nor let the day pass. */
  void statements(Review review, Actor actor) {
    clocks.follow(review.caseId(), STATEMENT,
        findings.heard(review.id()).stream().filter(person -> !person.isHeard()).map(PersonHeard::until)
            .min(Comparator.<LocalDate>naturalOrder()).map(day -> new Goal(day, review.unit())),
        actor);
  }

  /** Runs while somebody to whom a lesson of the case was brought has not read it. */
  void reading(CaseId caseId, Actor actor) {
    clocks.follow(caseId, READING, next(caseId), actor);
  }

  private Optional<Goal> next(CaseId caseId) {
    return lessons.of(caseId).stream().flatMap(lesson -> lesson.readers().stream()
        .filter(reader -> reader.readAt().isEmpty()).map(reader -> new Goal(reader.dueOn(), lesson.unit())))
        .min(Goal.FIRST);
  }
}
