package org.petitiondesk.petition;

import java.time.LocalDate;
import org.petitiondesk.calendar.Due;
import org.petitiondesk.calendar.Term;

/**
 * The day until which something is due, with all that makes it that day.
 *
 * @param kind row of the decision table {@code clock_terms}
 * @param from day zero
 * @param paused days that were not counted while somebody was waited for
 * @param extended days by which it was made longer
 * @param rolled the last day was a day off, so the next working day counts
 */
public record Deadline(String kind, Term term, LocalDate from, Due due, int paused, int extended, boolean rolled) {

  public LocalDate on() {
    return due.on();
  }
}
