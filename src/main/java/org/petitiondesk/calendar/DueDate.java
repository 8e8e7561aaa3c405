package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The end of a period, told by its ledger and the calendar and by nothing else.
 *
 * <p>
 * Computed with numbers of days (or of minutes, for a clock in hours) and in leaps from pause to pause.
 * {@link #explain} walks the same way day by day and keeps the reasons; both must always agree.
 */
public final class DueDate {

  private static final int MINUTES = 60;

  private final OfficialCalendar calendar;
  private final List<Gap> pauses;
  private long place;
  private boolean provisional;

  /** What lies after {@code from} up to and including {@code to}. */
  private record Gap(long from, long to) {}

  private DueDate(Ledger ledger, OfficialCalendar calendar, ToLongFunction<LedgerEntry> place) {
    this.calendar = calendar;
    this.place = place.applyAsLong(ledger.start());
    this.pauses = ledger.pauses().stream()
        .map(pause -> new Gap(place.applyAsLong(pause.from()), place.applyAsLong(pause.to())))
        .filter(pause -> pause.to() > pause.from()).sorted(Comparator.comparingLong(Gap::from)).toList();
  }

  public static Due due(List<LedgerEntry> written, OfficialCalendar calendar) {
    var ledger = Ledger.of(written);
    return ledger.start().unit() == TermUnit.HOUR
        ? new DueDate(ledger, calendar, entry -> entry.moment().toEpochSecond(ZoneOffset.UTC) / MINUTES).hours(ledger)
        : new DueDate(ledger, calendar, entry -> entry.on().toEpochDay()).days(ledger);
  }

  /** The due date with its reasons. */
  public static Explanation explain(List<LedgerEntry> written, OfficialCalendar calendar) {
    var ledger = Ledger.of(written);
    return ledger.start().unit() == TermUnit.HOUR
        ? DayCount.ofHours(ledger, due(written, calendar))
        : new DayCount(ledger, calendar).walk();
  }

  private Due hours(Ledger ledger) {
    for (var stretch : ledger.stretches()) {
      count((long) stretch.length() * MINUTES, false);
    }
    var end = LocalDateTime.ofEpochSecond(place * MINUTES, 0, ZoneOffset.UTC);
    return new Due(end.toLocalDate(), Optional.of(end.toLocalTime()), false);
  }

  private Due days(Ledger ledger) {
    for (var stretch : ledger.stretches()) {
      count(stretch.length(), stretch.unit() == TermUnit.WORKING_DAY);
    }
    if (calendar.rollsToWorkingDay()) {
      roll();
    }
    return new Due(LocalDate.ofEpochDay(place), provisional);
  }

  /** Leaps over what is paused and, when only working days count, over days off. */
  private void count(long length, boolean working) {
    var left = length;
    for (var pause : pauses) {
      if (pause.to() <= place) {
        continue;
      }
      if (pause.from() > place) {
        var room = working ? calendar.between(place, pause.from()) : pause.from() - place;
        if (left <= room) {
          break;
        }
        left -= room;
        if (working) {
          ask(place + 1, pause.from());
        }
      }
      place = pause.to();
    }
    var end = working ? calendar.after(place, left) : place + left;
    if (working) {
      ask(place + 1, end);
    }
    place = end;
  }

  /** A period does not end on a day off, nor on a day on which its clock stands still. */
  private void roll() {
    ask(place, place);
    while (!calendar.isWorkingDay(place) || isPaused()) {
      place++;
      for (var pause : pauses) {
        if (pause.from() < place && place <= pause.to()) {
          place = pause.to();
        }
      }
      if (!isPaused()) {
        ask(place, place);
      }
    }
  }

  private boolean isPaused() {
    return pauses.stream().anyMatch(pause -> pause.from() < place && place <= pause.to());
  }

  /** Whether the official days between are known. */
  private void ask(long from, long to) {
    provisional |= !calendar.isKnown(from, to);
  }
}
