package org.petitiondesk.calendar;

import java.time.LocalDate;

/**
 * A day that the yearly notice of the State Council names.
 *
 * @param off a day off; otherwise a weekend day on which work is made up (调休)
 */
public record OfficialDay(LocalDate day, boolean off, String name, String nameEn) {}
