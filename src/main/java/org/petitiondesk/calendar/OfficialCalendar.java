package org.petitiondesk.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Weekends, official days off and make-up days, and how a period ends on a day off. A value without a database. */
public final class OfficialCalendar {

  private static final int WEEK = 7;
  private static final int WEEKDAYS = 5;
  /** 1970-01-01 was a Thursday; so many days before it lies a Monday. */
  private static final int MONDAY = 3;

  private final Map<LocalDate, OfficialDay> days = new HashMap<>();
  private final Set<Integer> known = new HashSet<>();
  private final boolean rollToWorkingDay;
  private final int version;

  /** Days that are not what their weekday says, as numbers from 1970-01-01, in order. */
  private final long[] odd;
  /** How many working days those up to each place have brought (make-up days) or cost (days off). */
  private final int[] brought;

  /**
   * @param rollToWorkingDay a period whose last day is a day off ends on the next working day
   */
  public OfficialCalendar(Collection<OfficialDay> named, boolean rollToWorkingDay) {
    this(named, rollToWorkingDay, LedgerEntry.FIRST_CALENDAR);
  }

  /** @param version counts the approved changes; ledger entries name it */
  OfficialCalendar(Collection<OfficialDay> named, boolean rollToWorkingDay, int version) {
    this.version = version;
    for (var day : named) {
      days.put(day.day(), day);
      // A notice may name days of the neighbouring years too; National Day stands only in a year's own.
      if (day.day().getMonth() == Month.OCTOBER && day.day().getDayOfMonth() == 1) {
        known.add(day.day().getYear());
      }
    }
    this.rollToWorkingDay = rollToWorkingDay;
    odd = days.values().stream().filter(day -> day.off() != isWeekend(day.day()))
        .mapToLong(day -> day.day().toEpochDay()).sorted().toArray();
    brought = new int[odd.length + 1];
    for (var i = 0; i < odd.length; i++) {
      brought[i + 1] = brought[i] + (isWeekday(odd[i]) ? -1 : 1);
    }
  }

  public boolean isWorkingDay(LocalDate day) {
    return isWorkingDay(day.toEpochDay());
  }

  boolean isWorkingDay(long day) {
    return isWeekday(day) != (Arrays.binarySearch(odd, day) >= 0);
  }

  public Optional<OfficialDay> named(LocalDate day) {
    return Optional.ofNullable(days.get(day));
  }

  Collection<OfficialDay> days() {
    return days.values();
  }

  /** Whether the official days of that year are known. Otherwise only weekends are taken as days off. */
  public boolean isKnown(int year) {
    return known.contains(year);
  }

  /** Whether the official days of all years are known that these days, both included, lie in. */
  boolean isKnown(long from, long to) {
    var last = LocalDate.ofEpochDay(to).getYear();
    for (var year = LocalDate.ofEpochDay(from).getYear(); year <= last; year++) {
      if (!isKnown(year)) {
        return false;
      }
    }
    return true;
  }

  public boolean rollsToWorkingDay() {
    return rollToWorkingDay;
  }

  int version() {
    return version;
  }

  /** The first working day after this day. */
  public LocalDate next(LocalDate day) {
    return LocalDate.ofEpochDay(after(day.toEpochDay(), 1));
  }

  /** Working days after {@code from} up to and including {@code to}; negative when {@code to} is the earlier one. */
  public int between(LocalDate from, LocalDate to) {
    return (int) between(from.toEpochDay(), to.toEpochDay());
  }

  long between(long from, long to) {
    return worked(to) - worked(from);
  }

  LocalDate after(LocalDate day, int workingDays) {
    return LocalDate.ofEpochDay(after(day.toEpochDay(), workingDays));
  }

  /** The day on which so many working days after this day are complete. */
  long after(long day, long workingDays) {
    var wanted = worked(day) + workingDays;
    var end = day;
    // A day brings one working day at most, so this never leaps too far.
    for (var missing = workingDays; missing > 0; missing = wanted - worked(end)) {
      end += missing;
    }
    return end;
  }

  /** The last working day from which so many working days remain until this day. */
  LocalDate before(LocalDate day, int workingDays) {
    var wanted = worked(day.toEpochDay()) - workingDays;
    var start = day.toEpochDay();
    for (var more = (long) workingDays; more > 0; more = worked(start) - wanted) {
      start -= more;
    }
    while (!isWorkingDay(start)) {
      start--;
    }
    return LocalDate.ofEpochDay(start);
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** Working days since a Monday long ago, up to and including this day. */
  private long worked(long day) {
    var days = day + MONDAY + 1;
    var found = Arrays.binarySearch(odd, day);
    return Math.floorDiv(days, WEEK) * WEEKDAYS + Math.min(Math.floorMod(days, WEEK), WEEKDAYS)
        + brought[found >= 0 ? found + 1 : -found - 1];
  }

  private static boolean isWeekday(long day) {
    return Math.floorMod(day + MONDAY, WEEK) < WEEKDAYS;
  }
}
