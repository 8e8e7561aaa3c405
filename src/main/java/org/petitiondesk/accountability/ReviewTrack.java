package org.petitiondesk.accountability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How one of the four stands in a review.
 *
 * @param inScope false when a signed limitation left it out
 * @param since when the phase began
 * @param dueOn until when the unit claims it
 * @param reviewer who judges it
 */
public record ReviewTrack(Track track, boolean inScope, Phase phase, Instant since, Optional<LocalDate> dueOn,
    Optional<String> reviewer) {

  /** Whose turn it is. */
  public enum Phase {
    /** The unit shows what it has done. */
    CLAIM,
    /** The persons concerned state their view. */
    HEARING,
    /** The reviewer judges. */
    VERDICT, PASSED
  }

  public boolean isOpen() {
    return inScope && phase != Phase.PASSED;
  }
}
