package org.petitiondesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.petitiondesk.calendar.Hands.Span;

class HandsTests {

  private static final OfficialCalendar CALENDAR = OfficialDays.calendar();

  @Test
  void aCaseGoesFromHandToHandAndWaitsForThePetitioner() {
    var routing = List.of(start("2026-03-02", "xfj"), LedgerEntry.stop(day("2026-03-04")));
    var handling = List.of(start("2026-03-04", "housing"), LedgerEntry.handOver(day("2026-03-11"), "education"),
        LedgerEntry.pause(day("2026-03-13"), "supplement", "合同"), LedgerEntry.resume(day("2026-03-18")));

    var hands = Hands.of(List.of(routing, handling), CALENDAR, day("2026-03-20"));

    assertThat(hands.spans()).extracting(Span::unit, span -> span.waiting().orElse(""), Span::from, Span::workingDays)
        .containsExactly(tuple("xfj", "", "2026-03-03", 2), tuple("housing", "", "2026-03-05", 5),
            tuple("education", "", "2026-03-12", 2), tuple("education", "supplement", "2026-03-14", 3),
            tuple("education", "", "2026-03-19", 2));
    assertThat(hands.totals()).extracting(Span::unit, span -> span.waiting().orElse(""), Span::workingDays)
        .containsExactly(Tuple.tuple("housing", "", 5),
            Tuple.tuple("education", "", 4),
            Tuple.tuple("education", "supplement", 3),
            Tuple.tuple("xfj", "", 2));
  }

  @Test
  void daysOnWhichNoClockRanAreNobodys() {
    var first = List.of(start("2026-03-02", "xfj"), LedgerEntry.stop(day("2026-03-04")));
    var second = List.of(start("2026-03-09", "xfj"));

    assertThat(Hands.of(List.of(first, second), CALENDAR, day("2026-03-10")).spans())
        .extracting(Span::from, Span::to).containsExactly(
            Tuple.tuple(day("2026-03-03"), day("2026-03-04")),
            Tuple.tuple(day("2026-03-10"), day("2026-03-10")));
  }

  @Test
  void aPauseThatHasNotEndedIsStillWaiting() {
    var ledger = List.of(start("2026-03-02", "xfj"), LedgerEntry.pause(day("2026-03-04"), "supplement", "合同"));

    assertThat(Hands.of(List.of(ledger), CALENDAR, day("2026-03-10")).totals())
        .filteredOn(span -> span.waiting().isPresent()).singleElement()
        .satisfies(span -> assertThat(span.workingDays()).isEqualTo(4));
  }

  @Test
  void aCaseWithoutClocksIsInNobodysHands() {
    assertThat(Hands.of(List.of(), CALENDAR, day("2026-03-10")).spans()).isEmpty();
  }

  private static Tuple tuple(String unit, String waiting, String from, int days) {
    return Tuple.tuple(unit, waiting, day(from), days);
  }

  private static LedgerEntry start(String on, String unit) {
    return LedgerEntry.start(day(on), new Term(60, TermUnit.DAY, "rule"), unit);
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
