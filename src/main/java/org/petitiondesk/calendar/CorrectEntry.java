package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What is right instead of a wrong entry.
 *
 * @param entry its place in the ledger, from 1
 * @param annul it never happened; day and length do not matter then
 * @param at time of day, of a clock in hours
 * @param length of an extension; otherwise 0
 */
public record CorrectEntry(int entry, boolean annul, LocalDate on, Optional<LocalTime> at, int length, String reason) {}
