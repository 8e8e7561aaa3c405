package org.petitiondesk.accountability;

import org.petitiondesk.casefile.CasePost;
import org.petitiondesk.kernel.Actor;

/** The way of each measure through its process. Whoever calls has written the records first. */
public interface RectificationWorkflow {

  /** A measure of a rectification. */
  record Subject(RectificationId rectification, int measure) {}

  void begin(Rectification rectification, Measure measure, CasePost owner);

  /** The measure that an item of this step is about, for the one who may work on it. */
  Subject about(String item, String step, Actor actor);

  void completed(String item, Measure measure, CasePost inspecting, Actor actor);

  void accepted(String item, Actor actor);

  /** @param owner to whom it goes back, unless a leader has to say how it goes on */
  void sentBack(String item, Measure measure, CasePost owner, Actor actor);

  /** A leader above has said how it goes on. */
  void directed(String item, Measure measure, CasePost owner, Actor actor);
}
