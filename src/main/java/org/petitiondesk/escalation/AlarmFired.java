package org.petitiondesk.escalation;

import java.time.Instant;
import java.time.LocalDate;
import org.petitiondesk.kernel.CaseId;

/**
 * An alarm went off; published in its transaction.
 *
 * @param kind of the clock
 * @param unit in whose hands the clock is
 * @param words that whoever holds the work reads beside it; empty where the alarm itself says all
 */
public record AlarmFired(CaseId caseId, String kind, AlarmAction action, String unit, LocalDate dueOn, String words,
    Instant at) {}
