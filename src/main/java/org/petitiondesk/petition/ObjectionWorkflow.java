package org.petitiondesk.petition;

import org.petitiondesk.kernel.Actor;

/** Moves the process of an objection. Services call it last, after their own rows are written. */
public interface ObjectionWorkflow {

  /**
   * The assignment was not accepted.
   *
   * @param first whom it is with
   */
  void made(String item, ObjectionStep first, Actor actor);

  /** Decided, or passed on to the body of the step. */
  void moved(String item, ObjectionStep step, Actor actor);
}
