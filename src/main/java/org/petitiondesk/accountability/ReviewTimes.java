package org.petitiondesk.accountability;

import java.time.Clock;
import java.time.LocalDate;
import org.petitiondesk.calendar.ClockTerms;
import org.petitiondesk.calendar.WorkingDays;
import org.petitiondesk.kernel.Dates;
import org.springframework.stereotype.Component;

/** The days of reviews; how long is a row of the table of terms. */
@Component
class ReviewTimes {

  private final WorkingDays workingDays;
  private final ClockTerms terms;
  private final Clock clock;

  ReviewTimes(WorkingDays workingDays, ClockTerms terms, Clock clock) {
    this.workingDays = workingDays;
    this.terms = terms;
    this.clock = clock;
  }

  LocalDate today() {
    return Dates.today(clock);
  }

  /** The day that a form proposes for a claim. */
  LocalDate claimUntil() {
    return workingDays.lastDay(today(), terms.of("review_claim").term());
  }

  /** The last day for an own statement that is asked for today. */
  LocalDate statementUntil() {
    return workingDays.lastDay(today(), terms.of("responsibility_statement").term());
  }
}
