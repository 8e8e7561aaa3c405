package org.petitiondesk.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Weekends, official days off and make-up days, and how a period ends on a day off. A value without a database. */
public final class OfficialCalendar {

  private final Map<LocalDate, OfficialDay> days = new HashMap<>();
  private final boolean rollToWorkingDay;

  /**
   * @param rollToWorkingDay a period whose last day is a day off ends on the next working day
   */
  public OfficialCalendar(Collection<OfficialDay> named, boolean rollToWorkingDay) {
    for (var day : named) {
      days.put(day.day(), day);
    }
    this.rollToWorkingDay = rollToWorkingDay;
  }

  public boolean isWorkingDay(LocalDate day) {
    var named = days.get(day);
    return named == null ? !isWeekend(day) : !named.off();
  }

  public Optional<OfficialDay> named(LocalDate day) {
    return Optional.ofNullable(days.get(day));
  }

  /** Whether the official days of that year are known. Otherwise only weekends are taken as days off. */
  public boolean isKnown(int year) {
    // A notice may name days of the neighbouring years too; National Day stands only in a year's own.
    return days.containsKey(LocalDate.of(year, Month.OCTOBER, 1));
  }

  public boolean rollsToWorkingDay() {
    return rollToWorkingDay;
  }

  /** The first working day after this day. */
  public LocalDate next(LocalDate day) {
    var next = day.plusDays(1);
    while (!isWorkingDay(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** Working days after {@code from} up to and including {@code to}; negative when {@code to} is the earlier one. */
  public int between(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return -between(to, from);
    }
    var count = 0;
    for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      if (isWorkingDay(day)) {
        count++;
      }
    }
    return count;
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
