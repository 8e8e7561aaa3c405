package org.petitiondesk.calendar;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/**
 * A wrong entry of a ledger that somebody wants to put right.
 *
 * @param decision empty while it waits for a second person
 */
public record Correction(UUID id, CaseId caseId, ClockId clock, CorrectEntry right, String proposedBy,
    String proposedName, Instant proposedAt, Optional<Decision> decision) {

  public record Decision(boolean approved, String byName, Instant at, String words) {}

  public boolean waits() {
    return decision.isEmpty();
  }
}
