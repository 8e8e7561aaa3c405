package org.petitiondesk.calendar;

import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/**
 * A correction of a clock or a change of the official days waits for somebody else's approval; published in its
 * transaction.
 *
 * @param id of the correction or change
 * @param clock that is corrected; empty for the official days
 * @param proposedBy account
 */
public record SecondPersonNeeded(UUID id, Optional<Corrected> clock, String proposedBy) {

  public record Corrected(CaseId caseId, ClockId clock) {}
}
