package org.petitiondesk.accountability;

import org.petitiondesk.kernel.Actor;

/** The way of a return visit through its process. Whoever calls has written the records first. */
public interface ReturnVisitWorkflow {

  void begin(ReturnVisit visit);

  /** The visit that an item is about, for the one who may work on it. */
  ReturnVisitId about(String item, Actor actor);

  void done(String item, Actor actor);
}
