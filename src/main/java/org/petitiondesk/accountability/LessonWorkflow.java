package org.petitiondesk.accountability;

import java.time.LocalDate;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Group;

/** Brings a lesson to its readers. Whoever calls has written the records first. */
public interface LessonWorkflow {

  void begin(LessonId lesson, String reader, Group group, LocalDate dueOn);

  /** The lesson that an item is about, for the one who may work on it. */
  LessonId about(String item, Actor actor);

  void read(String item, Actor actor);
}
