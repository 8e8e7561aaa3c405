package org.petitiondesk.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A ledger entry as it was written down.
 *
 * @param dueOn the due date as this entry left it
 */
public record LedgerLine(int seq, LedgerEntry entry, LocalDate dueOn, Optional<LocalTime> dueAt, String actorName,
    Instant enteredAt) {}
