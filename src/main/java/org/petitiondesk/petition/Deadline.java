package org.petitiondesk.petition;

import java.time.LocalDate;
import java.util.List;
import org.petitiondesk.calendar.Due;
import org.petitiondesk.calendar.Hands;
import org.petitiondesk.calendar.OfficialDay;
import org.petitiondesk.calendar.Term;

/**
 * The day until which something is due, with all that makes it that day.
 *
 * @param kind row of the decision table {@code clock_terms}
 * @param from day zero
 * @param pauses in which it was not counted, each with its reason; the unit is not for petitioners
 * @param extended by how much it was made longer, in the unit of the term
 * @param holidays that were not counted or moved the last day
 * @param rolled the last day was a day off, so the next working day counts
 */
public record Deadline(String kind, Term term, LocalDate from, Due due, List<Hands.Span> pauses, int extended,
    List<OfficialDay> holidays, boolean rolled) {

  /** Nothing has happened to it. */
  static Deadline plain(String kind, Term term, LocalDate from) {
    return new Deadline(kind, term, from, new Due(from.plusDays(term.length()), false), List.of(), 0, List.of(), false);
  }

  public LocalDate on() {
    return due.on();
  }
}
