package org.petitiondesk.report;

import org.petitiondesk.kernel.Actor;

/** The way of a warning through its process. Whoever calls has written the records first. */
public interface WarningWorkflow {

  /** Says under which id the process runs. */
  String begin(Warning warning);

  /** The warning that an item is about, for the one who may work on it. */
  WarningId about(String item, Actor actor);

  /** It has become more serious and is somebody else's now. */
  void worsened(Warning warning);

  void answered(String item, Actor actor);
}
