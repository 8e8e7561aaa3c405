package org.petitiondesk.escalation;

import org.petitiondesk.kernel.CaseId;

/**
 * A leader's decision about a clock.
 *
 * @param length of an extension, in the clock's unit
 * @param account who is to handle the case instead
 */
public record DecideClock(CaseId id, String item, Measure measure, int length, String account, String reason) {}
