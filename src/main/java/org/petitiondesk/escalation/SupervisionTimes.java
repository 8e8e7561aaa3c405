package org.petitiondesk.escalation;

import java.time.Clock;
import java.time.LocalDate;
import org.petitiondesk.calendar.ClockTerms;
import org.petitiondesk.calendar.OfficeHours;
import org.petitiondesk.calendar.WorkingDays;
import org.petitiondesk.kernel.Dates;
import org.springframework.stereotype.Component;

/** The days and hours of supervisions. */
@Component
public class SupervisionTimes {

  private static final String SUGGESTION = "improvement_feedback";

  private final WorkingDays workingDays;
  private final ClockTerms terms;
  private final OfficeHours officeHours;
  private final SupervisionSettings settings;
  private final Clock clock;

  SupervisionTimes(WorkingDays workingDays, ClockTerms terms, OfficeHours officeHours, SupervisionSettings settings,
      Clock clock) {
    this.workingDays = workingDays;
    this.officeHours = officeHours;
    this.terms = terms;
    this.settings = settings;
    this.clock = clock;
  }

  LocalDate today() {
    return Dates.today(clock);
  }

  /** The day that a form proposes: for a suggestion the one of the table of terms, else one reaction time from now. */
  LocalDate proposed(boolean suggestion) {
    return suggestion
        ? workingDays.lastDay(today(), terms.of(SUGGESTION).term())
        : workingDaysLater(settings.reaction());
  }

  /** The last day that is amber. */
  LocalDate lastSoon() {
    return workingDaysLater(settings.amber());
  }

  SupervisionLight light(Supervision supervision) {
    return switch (supervision.state()) {
      case CLOSED -> SupervisionLight.CLOSED;
      case ANSWERED -> SupervisionLight.ANSWERED;
      case WAITING -> supervision.answerOn().isBefore(today())
          ? SupervisionLight.LATE
          : supervision.answerOn().isAfter(lastSoon()) ? SupervisionLight.IN_TIME : SupervisionLight.SOON;
    };
  }

  /** As the engine reads it: the end of that day. */
  public String endOf(LocalDate day) {
    return day.atTime(23, 59, 59).atZone(Dates.ZONE).toOffsetDateTime().toString();
  }

  /** When it goes up because the unit was not heard of by the end of that day. */
  public String raiseAfter(LocalDate day, String unit) {
    return Dates.local(officeHours.opening(workingDays.next(day), unit)).atZone(Dates.ZONE).toOffsetDateTime()
        .toString();
  }

  /** When it goes one more level up unless the superior unit reacts. */
  String raiseAgain(String unit) {
    return raiseAfter(workingDaysLater(settings.reaction()), unit);
  }

  private LocalDate workingDaysLater(int count) {
    var day = today();
    for (var i = 0; i < count; i++) {
      day = workingDays.next(day);
    }
    return day;
  }
}
