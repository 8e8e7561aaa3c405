package org.petitiondesk.escalation;

import org.petitiondesk.kernel.CaseId;

/**
 * A leader's decision about a clock.
 *
 * @param length of an extension, in the clock's unit
 * @param to the account that is to handle the case instead, or the unit that is to lead it or to help
 */
public record DecideClock(CaseId id, String item, Measure measure, int length, String to, String reason) {}
