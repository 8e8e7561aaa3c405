package org.petitiondesk.calendar;

import java.time.LocalDate;

/**
 * A pause of a clock that has not ended.
 *
 * @param number which pause of the clock it is, from 1
 * @param reason row of the decision table {@code clock_pauses}
 * @param text what was said to it
 * @param rule what that row says now
 */
public record OpenPause(int number, LocalDate on, String reason, String text, PauseRule rule) {}
