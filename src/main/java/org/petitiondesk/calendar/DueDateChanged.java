package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;

/**
 * A ledger entry was written; published in its transaction.
 *
 * @param nextDue the earliest due date of the case's running clocks; empty when none runs
 * @param kind kind of the clock with that date
 * @param target the house's own day of that clock, before the date
 * @param paused the case has clocks, and all of them wait
 */
public record DueDateChanged(CaseId caseId, Optional<LocalDate> nextDue, Optional<String> kind,
    Optional<LocalDate> target, boolean paused) {}
