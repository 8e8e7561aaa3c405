package org.petitiondesk.accountability;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A rectification that shall be taken back: who says why, and what the second person decided.
 *
 * @param run the engine's id of the run
 */
public record RectificationCancellation(UUID id, RectificationId rectification, String reason, String proposedBy,
    Instant proposedAt, String run, Optional<Decision> decision) {

  /** @param by the system, when every measure was accepted before anybody decided */
  public record Decision(boolean cancelled, String words, String by, Instant at) {}

  public boolean isOpen() {
    return decision.isEmpty();
  }
}
