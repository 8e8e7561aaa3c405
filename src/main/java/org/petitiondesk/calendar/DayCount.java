package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.calendar.Explanation.Day;
import org.petitiondesk.calendar.Explanation.DayKind;
import org.petitiondesk.calendar.Explanation.Verdict;
import org.petitiondesk.calendar.Ledger.Pause;
import org.petitiondesk.calendar.LedgerEntry.Kind;

/** Counts a ledger day by day, as somebody would with a finger on a wall calendar, and says of each day why. */
final class DayCount {

  private final Ledger ledger;
  private final OfficialCalendar calendar;
  private final Optional<LocalDate> waitingSince;

  private final List<Day> walked = new ArrayList<>();
  private LocalDate day;
  private int counted;
  private int remaining;
  private boolean provisional;

  DayCount(Ledger ledger, OfficialCalendar calendar) {
    this.ledger = ledger;
    this.calendar = calendar;
    this.day = ledger.start().on();
    this.waitingSince = ledger.openPause().map(LedgerEntry::on);
  }

  /** Hours are not a matter of days: a clock that counts them has a sum and no calendar sheet. */
  static Explanation ofHours(Ledger ledger, Due due) {
    var remaining = ledger.openPause().map(LedgerEntry::moment).filter(due.moment()::isAfter)
        .map(since -> (int) (ChronoUnit.MINUTES.between(since, due.moment()) + 59) / 60).orElse(0);
    return new Explanation(due, length(ledger), List.of(), ledger.openPause().isPresent(), remaining);
  }

  Explanation walk() {
    note(Verdict.START, Optional.empty());
    for (var stretch : ledger.stretches()) {
      count(stretch);
    }
    if (calendar.rollsToWorkingDay()) {
      roll();
    }
    return new Explanation(new Due(day, provisional), length(ledger), List.copyOf(walked), waits(), remaining);
  }

  private static int length(Ledger ledger) {
    return ledger.stretches().stream().mapToInt(LedgerEntry::length).sum();
  }

  private void count(LedgerEntry stretch) {
    var verdict = stretch.kind() == Kind.START ? Verdict.COUNTED : Verdict.EXTENDED;
    var reason = Optional.of(stretch.text()).filter(text -> stretch.kind() == Kind.EXTEND);
    var left = stretch.length();
    while (left > 0) {
      day = day.plusDays(1);
      var pause = pause();
      if (pause.isPresent()) {
        note(Verdict.PAUSED, pause.map(Pause::from).map(LedgerEntry::text));
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
        note(Verdict.PAUSED, pause.map(Pause::from).map(LedgerEntry::text));
      } else {
        note(worksToday() ? Verdict.ROLLED_TO : Verdict.ROLLED, Optional.empty());
      }
    } while (pause().isPresent() || !worksToday());
  }

  private Optional<Pause> pause() {
    return ledger.pauses().stream().filter(pause -> pause.covers(day)).findFirst();
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
