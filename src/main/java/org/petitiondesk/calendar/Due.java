package org.petitiondesk.calendar;

import java.time.LocalDate;

/**
 * The last day of a period.
 *
 * @param on while the clock is paused: the earliest day it can be, as if it went on at once
 * @param provisional a year was asked whose official days off are not known yet, so only weekends were taken as off
 */
public record Due(LocalDate on, boolean provisional) {}
