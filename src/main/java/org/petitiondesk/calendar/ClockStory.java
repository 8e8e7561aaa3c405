package org.petitiondesk.calendar;

import java.util.List;

/** A clock with its ledger and the explanation of its due date. */
public record ClockStory(ClockState clock, List<LedgerLine> ledger, Explanation explanation) {}
