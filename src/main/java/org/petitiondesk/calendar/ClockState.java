package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;

/**
 * A clock as its ledger leaves it.
 *
 * @param kind key of the decision table of terms and of the messages {@code calendar.kind.<kind>}
 * @param unit in whose hands it is
 * @param paused while paused the due date is open; {@link Due#on()} is then the earliest possible
 */
public record ClockState(ClockId id, CaseId caseId, String kind, Term term, String unit, LocalDate startedOn,
    Optional<LocalDate> stoppedOn, boolean paused, Due due) {

  public boolean running() {
    return stoppedOn.isEmpty();
  }

  /** The clock ran out before it was stopped. Paused clocks do not run out. */
  public boolean late(LocalDate today) {
    return stoppedOn.map(on -> on.isAfter(due.on())).orElse(!paused && today.isAfter(due.on()));
  }
}
