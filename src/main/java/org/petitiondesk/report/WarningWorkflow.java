package org.petitiondesk.report;

import java.time.Instant;
import java.time.LocalDate;
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

  /** @param order who carries an instruction out; empty when there is none */
  void answered(String item, Optional<Order> order, Actor actor);

  /** @param raiseAt when it goes one level up because nobody has reported */
  record Order(Group carriers, LocalDate until, Instant raiseAt) {}

  void carriedOut(String item, Actor actor);
}
