package org.petitiondesk.calendar;

/**
 * A line was added to a clock's ledger; published once for each, in its transaction.
 *
 * @param clock as the line leaves it
 */
public record ClockEntered(ClockState clock, LedgerEntry entry) {}
