package org.petitiondesk.report;

import java.util.Optional;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Group;

/** The way of a warning through its process. Whoever calls has written the records first. */
public interface WarningWorkflow {

  /** Says under which id the process runs. */
  String begin(Warning warning);

  /** The warning that an item is about, for the one who may work on it. */
  WarningId about(String item, Actor actor);

  /** It has become more serious and is somebody else's now. */
  void worsened(Warning warning);

  /** @param carriers who carries the instruction out; present when there is one */
  void answered(String item, Optional<Warning.Instruction> instruction, Optional<Group> carriers, Actor actor);

  void carriedOut(String item, Actor actor);
}
