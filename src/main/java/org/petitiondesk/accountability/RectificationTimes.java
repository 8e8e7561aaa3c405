package org.petitiondesk.accountability;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.calendar.ClockTerms;
import org.petitiondesk.calendar.WorkingDays;
import org.petitiondesk.kernel.Dates;
import org.springframework.stereotype.Component;

/** The days, hours and lights of rectifications. */
@Component
public class RectificationTimes {

  private final WorkingDays workingDays;
  private final ClockTerms terms;
  private final RectificationSettings settings;
  private final Clock clock;

  RectificationTimes(WorkingDays workingDays, ClockTerms terms, RectificationSettings settings, Clock clock) {
    this.workingDays = workingDays;
    this.terms = terms;
    this.settings = settings;
    this.clock = clock;
  }

  LocalDate today() {
    return Dates.today(clock);
  }

  /** The day itself, or the next working day where the calendar lets a period end only on one. */
  LocalDate lastDay(LocalDate day) {
    return workingDays.isWorkingDay(day) || !workingDays.calendar().rollsToWorkingDay() ? day : workingDays.next(day);
  }

  /** Until when an inspection that is asked for today has to be done, by the table of terms. */
  LocalDate inspectOn() {
    return workingDays.lastDay(today(), terms.of(RectificationClocks.INSPECTION).term());
  }

  /** Until when a lesson that is circulated today has to be read, by the table of terms. */
  LocalDate readOn() {
    return workingDays.lastDay(today(), terms.of("lesson_reading").term());
  }

  /** The last day that is amber. */
  LocalDate lastSoon() {
    return workingDaysLater(settings.amber());
  }

  RectificationLight light(Measure measure) {
    return switch (measure.state()) {
      case ACCEPTED -> RectificationLight.DONE;
      case CANCELLED -> RectificationLight.CANCELLED;
      case DIRECTION -> RectificationLight.DIRECTION;
      case COMPLETED -> RectificationLight.COMPLETED;
      case WORKING -> light(measure.dueOn());
    };
  }

  /** The most urgent one of its measures. */
  RectificationLight light(Rectification rectification) {
    return switch (rectification.state()) {
      case DONE -> RectificationLight.DONE;
      case FAILED -> RectificationLight.FAILED;
      case CANCELLED -> RectificationLight.CANCELLED;
      case OPEN -> rectification.measures().stream()
          .flatMap(measure -> isLate(measure) ? Stream.of(RectificationLight.LATE) : Stream.of(light(measure)))
          .min(Comparator.naturalOrder()).orElse(RectificationLight.IN_TIME);
    };
  }

  /** Whether its day has passed and it still is with the unit. */
  boolean isLate(Measure measure) {
    return measure.isWithTheUnit() && measure.dueOn().isBefore(today());
  }

  /** What was accepted since then is compared with new petitions. */
  Instant repeatSince() {
    return today().minusMonths(settings.repeatMonths()).atStartOfDay(Dates.ZONE).toInstant();
  }

  /** As the engine reads it: when offices open on that day. */
  public String openingOf(LocalDate day) {
    return at(day, settings.opens());
  }

  /** As the engine reads it: the end of that day. */
  public String endOf(LocalDate day) {
    return at(day, LocalTime.of(23, 59, 59));
  }

  /** When a leader who has said nothing is passed over. */
  String raiseAt() {
    return at(workingDays.next(workingDaysLater(settings.direction())), settings.opens());
  }

  /** The next day on which something of it is due; empty when all is accepted. */
  static Optional<LocalDate> nextDay(Rectification rectification) {
    return rectification.measures().stream()
        .flatMap(measure -> switch (measure.state()) {
          case WORKING, DIRECTION -> Stream.of(measure.dueOn());
          case COMPLETED -> measure.inspectOn().stream();
          case ACCEPTED, CANCELLED -> Stream.<LocalDate>empty();
        }).min(Comparator.naturalOrder());
  }

  private RectificationLight light(LocalDate dueOn) {
    return dueOn.isBefore(today())
        ? RectificationLight.LATE
        : dueOn.isAfter(lastSoon()) ? RectificationLight.IN_TIME : RectificationLight.SOON;
  }

  private LocalDate workingDaysLater(int count) {
    var day = today();
    for (var i = 0; i < count; i++) {
      day = workingDays.next(day);
    }
    return day;
  }

  private static String at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(Dates.ZONE).toOffsetDateTime().toString();
  }
}
