package org.petitiondesk.accountability.process;

import java.time.LocalDate;
import org.petitiondesk.accountability.AccountabilityLesson;
import org.petitiondesk.accountability.LessonId;
import org.petitiondesk.accountability.LessonWorkflow;
import org.petitiondesk.accountability.RectificationTimes;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;

/** The readers' processes in the engine. */
@Component
class CamundaLessonWorkflow implements LessonWorkflow {

  private final Processes processes;
  private final RectificationTimes times;

  CamundaLessonWorkflow(Processes processes, RectificationTimes times) {
    this.processes = processes;
    this.times = times;
  }

  @Override
  public void begin(LessonId lesson, String reader, Group group, LocalDate dueOn) {
    processes.start(AccountabilityLesson.KEY, lesson.chain(), AccountabilityLesson.LESSON_ID.with(lesson.toString())
        .with(AccountabilityLesson.READERS, group.toString()).with(AccountabilityLesson.READER, reader)
        .with(AccountabilityLesson.READ_BY, times.endOf(dueOn)));
  }

  @Override
  public LessonId about(String item, Actor actor) {
    var task = processes.require(item, actor);
    if (!task.processKey().equals(AccountabilityLesson.KEY)) {
      throw new NotFound("accountability.lesson.not-found");
    }
    return new LessonId(task.caseId().value());
  }

  @Override
  public void read(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }
}
