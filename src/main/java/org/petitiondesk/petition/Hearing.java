package org.petitiondesk.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A hearing (听证) and how far it has come.
 *
 * @param approval by the leader of the body: while it goes on, the time for the opinion does not
 */
public record Hearing(UUID id, int number, LocalDate plannedOn, String place, String participants, String matters,
    String askedBy, Instant askedAt, Optional<Approval> approval, Optional<Minutes> minutes) {

  /** What was written down; {@code text} says why when it was not held. */
  public record Minutes(boolean held, LocalDate heldOn, String text, String signatures, String recordedBy,
      Instant recordedAt) {}

  /** Called, and not written down yet. */
  public boolean goesOn() {
    return approval.filter(Approval::approved).isPresent() && minutes.isEmpty();
  }

  public boolean isHeld() {
    return minutes.filter(Minutes::held).isPresent();
  }
}
