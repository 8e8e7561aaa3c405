package org.petitiondesk.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A ledger entry as it was written down.
 *
 * @param dueOn the due date as this entry left it
 */
public record LedgerLine(int seq, LedgerEntry entry, LocalDate dueOn, String actorName, Instant enteredAt) {}
