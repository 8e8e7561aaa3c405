package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.calendar.Explanation.Day;
import org.petitiondesk.calendar.Explanation.DayKind;
import org.petitiondesk.calendar.Explanation.Verdict;
import org.petitiondesk.calendar.LedgerEntry.Kind;

/**
 * The last day of a period, told by its ledger and the calendar and by nothing else.
 *
 * <p>
 * The walk goes day by day. Pauses and extensions are first gathered from the whole ledger and only then applied, so
 * the order in which they were written can not matter.
 */
public final class DueDate {

  private final OfficialCalendar calendar;
  private final LocalDate start;
  private final List<LedgerEntry> stretches = new ArrayList<>();
  private final List<Pause> pauses = new ArrayList<>();
  private final Optional<LocalDate> waitingSince;

  private final List<Day> walked = new ArrayList<>();
  private LocalDate day;
  private int counted;
  private int remaining;
  private boolean provisional;

  /** Days after {@code from} up to and including {@code to} are not counted; the day of the pause itself still is. */
  private record Pause(LocalDate from, LocalDate to, String reason) {

    boolean covers(LocalDate day) {
      return day.isAfter(from) && !day.isAfter(to);
    }
  }

  private DueDate(List<LedgerEntry> ledger, OfficialCalendar calendar) {
    if (ledger.isEmpty() || ledger.get(0).kind() != Kind.START) {
      throw new IllegalArgumentException("A ledger begins with START");
    }
    this.calendar = calendar;
    var first = ledger.get(0);
    start = first.on();
    day = start;
    LedgerEntry open = null;
    for (var entry : ledger) {
      switch (entry.kind()) {
        case START, EXTEND -> stretches.add(entry);
        case PAUSE -> open = open == null ? entry : open;
        case RESUME -> {
          if (open != null) {
            pauses.add(new Pause(open.on(), entry.on(), open.text()));
            open = null;
          }
        }
        // Whose hands it is in, another calendar and the stop do not change when the period runs out.
        case HAND_OVER, CALENDAR, STOP -> {
        }
      }
    }
    waitingSince = Optional.ofNullable(open).map(LedgerEntry::on);
    // First the term, then extensions in its unit, then the others: counted in one order, however they were written.
    stretches.sort(Comparator.comparing(stretch -> stretch.kind() == Kind.START
        ? 0
        : stretch.unit() == first.unit()
            ? 1
            : 2));
  }

  public static Due due(List<LedgerEntry> ledger, OfficialCalendar calendar) {
    return explain(ledger, calendar).due();
  }

  /** The due date with its reasons. */
  public static Explanation explain(List<LedgerEntry> ledger, OfficialCalendar calendar) {
    return new DueDate(ledger, calendar).walk();
  }

  private Explanation walk() {
    note(Verdict.START, Optional.empty());
    for (var stretch : stretches) {
      count(stretch);
    }
    if (calendar.rollsToWorkingDay()) {
      roll();
    }
    var length = stretches.stream().mapToInt(LedgerEntry::length).sum();
    return new Explanation(new Due(day, provisional), length, List.copyOf(walked),
        waitingSince.filter(since -> day.isAfter(since)).isPresent(), remaining);
  }

  private void count(LedgerEntry stretch) {
    var verdict = stretch.kind() == Kind.START ? Verdict.COUNTED : Verdict.EXTENDED;
    var reason = Optional.of(stretch.text()).filter(text -> stretch.kind() == Kind.EXTEND);
    var left = stretch.length();
    while (left > 0) {
      day = day.plusDays(1);
      var pause = pause();
      if (pause.isPresent()) {
        note(Verdict.PAUSED, pause.map(Pause::reason));
      } else if (stretch.unit() == TermUnit.WORKING_DAY && !worksToday()) {
        note(Verdict.DAY_OFF, Optional.empty());
      } else {
        left--;
        counted++;
        remaining += waits() ? 1 : 0;
        note(verdict, reason);
      }
    }
  }

  /** A period does not end on a day off, nor on a day on which its clock stands still. */
  private void roll() {
    if (worksToday()) {
      return;
    }
    do {
      day = day.plusDays(1);
      var pause = pause();
      if (pause.isPresent()) {
        note(Verdict.PAUSED, pause.map(Pause::reason));
      } else {
        note(worksToday() ? Verdict.ROLLED_TO : Verdict.ROLLED, Optional.empty());
      }
    } while (pause().isPresent() || !worksToday());
  }

  private Optional<Pause> pause() {
    return pauses.stream().filter(pause -> pause.covers(day)).findFirst();
  }

  private boolean worksToday() {
    provisional |= !calendar.isKnown(day.getYear());
    return calendar.isWorkingDay(day);
  }

  /** Of a pause that has not ended nothing but its beginning is certain. */
  private boolean waits() {
    return waitingSince.filter(since -> day.isAfter(since)).isPresent();
  }

  private void note(Verdict verdict, Optional<String> reason) {
    if (!waits()) {
      walked.add(new Day(day, kind(), verdict, counted, calendar.named(day), reason));
    }
  }

  private DayKind kind() {
    return calendar.named(day).map(named -> named.off() ? DayKind.HOLIDAY : DayKind.MAKE_UP_DAY)
        .orElse(OfficialCalendar.isWeekend(day) ? DayKind.WEEKEND : DayKind.WORKING_DAY);
  }
}
