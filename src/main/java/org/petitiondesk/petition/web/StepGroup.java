package org.petitiondesk.petition.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An element of a diagram with every pass through it.
 *
 * @param total of all passes
 * @param here whether the case stands there now
 * @param calls the process behind it, by its key
 */
public record StepGroup(String element, String name, Duration total, boolean here, List<Pass> passes,
    Optional<String> calls) {

  /**
   * @param until empty while it lasts
   * @param who did it, or has it now; empty when nobody had to
   * @param cancelled ended without being done
   */
  public record Pass(Instant from, Optional<Instant> until, Duration spent, String who, boolean cancelled) {}
}
