package org.petitiondesk.accountability;

import java.time.LocalDate;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Group;

/** Brings a lesson to its readers. Whoever calls has written the records first. */
public interface LessonWorkflow {

  void begin(LessonId lesson, String reader, Group group, LocalDate dueOn);

  /** What an item is about, for the one who may work on it. */
  Subject about(String item, Actor actor);

  void done(String item, Actor actor);

  /** Ends what is open of it, with every reader. */
  void takeBack(LessonId lesson);

  /** @param reader for whom the item was made, whoever holds it now */
  record Subject(LessonId lesson, String reader) {}
}
