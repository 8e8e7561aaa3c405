package org.petitiondesk.escalation;

import java.time.Instant;
import java.time.LocalDate;
import org.petitiondesk.kernel.CaseId;

/**
 * An alarm went off; published in its transaction.
 *
 * @param kind of the clock
 * @param unit in whose hands the clock is
 */
public record AlarmFired(CaseId caseId, String kind, AlarmAction action, String unit, LocalDate dueOn, Instant at) {}
