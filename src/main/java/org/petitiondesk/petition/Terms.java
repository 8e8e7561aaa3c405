package org.petitiondesk.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.petitiondesk.calendar.ClockTerms;
import org.petitiondesk.calendar.Term;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.kernel.Dates;
import org.springframework.stereotype.Component;

/** The clocks of a petition: rows of the decision table {@code clock_terms}. */
@Component
class Terms {

  static final String ROUTING = "routing";
  static final String NOTICE = "notice";
  static final String OBJECTION = "objection";
  static final String OBJECTION_DECISION = "objection_decision";
  static final String HANDLING = "handling";
  static final String SIMPLE_FORWARD = "simple_forward";
  static final String SIMPLE_ACCEPTANCE = "simple_acceptance";
  static final String SIMPLE_REPLY = "simple_reply";
  static final String ASSIGNED = "assigned";
  static final String SUPPLEMENT = "supplement";
  static final String RATING = "rating";
  static final String DISSATISFACTION = "dissatisfaction";

  private final ClockTerms terms;
  private final Clock clock;

  Terms(ClockTerms terms, Clock clock) {
    this.terms = terms;
    this.clock = clock;
  }

  Term of(String kind) {
    return terms.of(kind).term();
  }

  /** Of a matter whose assignment sets the day (交办); later than today. */
  Term assignedUntil(LocalDate day) {
    return terms.of(ASSIGNED).term((int) ChronoUnit.DAYS.between(Dates.today(clock), day));
  }

  /** A hotline order (12345) is as urgent as it was screened; a small matter has less time than a difficult one. */
  static String hotline(CaseFile order) {
    return switch (order.urgency()) {
      case EMERGENCY -> "hotline_emergency";
      case URGENT -> "hotline_urgent";
      case NORMAL -> order.simpleTrack() ? "hotline_simple" : "hotline_complex";
    };
  }

  /** The last day of a term in calendar days (日) that begins today. */
  LocalDate lastDay(String kind) {
    return Dates.today(clock).plusDays(of(kind).length());
  }

  /** The end of such a day as the engine's timers read it: ISO 8601 with offset. */
  static String endOf(LocalDate day) {
    return day.atTime(LocalTime.of(23, 59, 59)).atZone(Dates.ZONE).toOffsetDateTime().toString();
  }
}
