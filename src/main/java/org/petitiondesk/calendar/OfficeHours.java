package org.petitiondesk.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.petitiondesk.kernel.Dates;
import org.springframework.stereotype.Component;

/** When somebody in a unit can be reached: its office hours on working days, make-up days (调休) included. */
@Component
public class OfficeHours {

  private final WorkingDays workingDays;
  private final List<Span> usual;
  private final Map<String, List<Span>> byUnit;

  /** Half open: nobody is there any more at the last moment. */
  private record Span(LocalTime from, LocalTime to) {

    static Span of(String text) {
      var ends = text.strip().split("-", 2);
      var span = new Span(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
      if (!span.from.isBefore(span.to)) {
        throw new IllegalArgumentException("Office hours end after they begin, not " + text);
      }
      return span;
    }

    boolean covers(LocalTime time) {
      return !time.isBefore(from) && time.isBefore(to);
    }
  }

  OfficeHours(WorkingDays workingDays, OfficeHourSettings settings) {
    this.workingDays = workingDays;
    this.usual = spans(settings.officeHours());
    this.byUnit = settings.unitOfficeHours().entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, unit -> spans(unit.getValue())));
  }

  public boolean isOpen(Instant moment, String unit) {
    return within(moment, unit).equals(moment);
  }

  /** The moment itself within office hours, else when they next begin. */
  public Instant within(Instant moment, String unit) {
    var local = Dates.local(moment);
    if (workingDays.isWorkingDay(local.toLocalDate())) {
      for (var span : spansOf(unit)) {
        if (span.covers(local.toLocalTime())) {
          return moment;
        }
        if (local.toLocalTime().isBefore(span.from)) {
          return at(local.toLocalDate(), span.from);
        }
      }
    }
    return opening(workingDays.next(local.toLocalDate()), unit);
  }

  /** When the office opens on that day, which is a working day. */
  public Instant opening(LocalDate day, String unit) {
    return at(day, spansOf(unit).get(0).from);
  }

  /** One hour of work later. */
  public Instant hourAfter(Instant moment, String unit) {
    return hoursAfter(moment, 1, unit);
  }

  /** So many hours of work later. */
  public Instant hoursAfter(Instant moment, int hours, String unit) {
    var left = Duration.ofHours(hours);
    var now = within(moment, unit);
    while (true) {
      var closing = closing(now, unit);
      var today = Duration.between(now, closing);
      if (today.compareTo(left) > 0) {
        return now.plus(left);
      }
      left = left.minus(today);
      now = within(closing, unit);
    }
  }

  /** When the office opens so many working days after the moment. */
  public Instant daysAfter(Instant moment, int days, String unit) {
    var day = Dates.local(moment).toLocalDate();
    for (var i = 0; i < days; i++) {
      day = workingDays.next(day);
    }
    return opening(day, unit);
  }

  private Instant closing(Instant open, String unit) {
    var local = Dates.local(open);
    return spansOf(unit).stream().filter(span -> span.covers(local.toLocalTime())).findFirst()
        .map(span -> at(local.toLocalDate(), span.to)).orElseThrow();
  }

  private List<Span> spansOf(String unit) {
    return byUnit.getOrDefault(unit, usual);
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(Dates.ZONE).toInstant();
  }

  private static List<Span> spans(String text) {
    return Arrays.stream(text.split(",")).map(Span::of).toList();
  }
}
