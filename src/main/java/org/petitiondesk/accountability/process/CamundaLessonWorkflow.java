package org.petitiondesk.accountability.process;

import java.time.LocalDate;
import java.util.regex.Pattern;
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

  /** The model writes the lesson and its reader into the address of the page; read from the task, they can not be others. */
  private static final Pattern PAGE = Pattern.compile("lessons/([^/]+)/reading\\?item=\\{item}&reader=(.+)");

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
  public Subject about(String item, Actor actor) {
    var task = processes.require(item, actor);
    if (!task.processKey().equals(AccountabilityLesson.KEY)) {
      throw new NotFound("accountability.lesson.not-found");
    }
    var page = PAGE.matcher(task.form());
    if (!page.matches()) {
      throw new IllegalStateException(task.key() + " has the page " + task.form());
    }
    return new Subject(LessonId.of(page.group(1)), page.group(2));
  }

  @Override
  public void takeBack(LessonId lesson) {
    processes.endAll(AccountabilityLesson.KEY, lesson.chain(), "taken back");
  }

  @Override
  public void done(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }
}
