package org.petitiondesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.calendar.Explanation.Day;
import org.petitiondesk.calendar.Explanation.DayKind;
import org.petitiondesk.calendar.Explanation.Verdict;

class DueDateTests {

  private static final OfficialCalendar CALENDAR = OfficialDays.calendar();

  @Test
  void sixtyDaysFromTheFirstOfOctoberEndOnTheThirtiethOfNovember() {
    assertThat(due(start("2023-10-01", 60, TermUnit.DAY)).on()).isEqualTo("2023-11-30");
  }

  @ParameterizedTest
  @CsvSource({
      // start, days, due, why
      "2026-03-02, 15, 2026-03-17, an ordinary Tuesday",
      "2026-03-06, 15, 2026-03-23, ends on a Saturday and waits for Monday",
      "2026-02-01, 15, 2026-02-24, ends inside the Spring Festival",
      "2025-09-20, 15, 2025-10-09, ends inside the National Day week",
      "2025-09-26, 15, 2025-10-11, ends on a Saturday that is worked",
      "2025-12-18, 15, 2026-01-04, ends on New Year's holiday and 4 January is a Sunday that is worked",
      "2026-01-30, 15, 2026-02-14, a Saturday that is worked before the Spring Festival",
      "2024-02-14, 15, 2024-02-29, the leap day"})
  void aTermInDaysCountsEveryDayAndEndsOnAWorkingDay(String start, int days, LocalDate due, String why) {
    assertThat(due(start(start, days, TermUnit.DAY)).on()).as(why).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
      // start, working days, due, why
      "2026-03-02, 1, 2026-03-03, the next day",
      "2026-03-06, 1, 2026-03-09, over a weekend",
      "2026-03-07, 1, 2026-03-09, received on a Saturday",
      "2026-02-13, 1, 2026-02-14, the Saturday before the Spring Festival is worked",
      "2026-02-13, 3, 2026-02-25, over the whole Spring Festival",
      "2026-02-13, 10, 2026-03-05, two make-up Saturdays inside",
      "2025-09-26, 3, 2025-09-30, Sunday 28 September is worked",
      "2025-09-30, 3, 2025-10-11, the first three days after National Day include a Saturday",
      "2025-12-31, 1, 2026-01-04, New Year and a worked Sunday"})
  void aTermInWorkingDaysSkipsDaysOffAndCountsMakeUpDays(String start, int days, LocalDate due, String why) {
    assertThat(due(start(start, days, TermUnit.WORKING_DAY)).on()).as(why).isEqualTo(due);
  }

  @Test
  void withoutTheSettingAPeriodEndsOnADayOff() {
    var strict = new OfficialCalendar(OfficialDays.shipped(), false);

    assertThat(DueDate.due(List.of(start("2026-02-01", 15, TermUnit.DAY)), strict).on()).isEqualTo("2026-02-16");
  }

  @Test
  void theDayOfThePauseCountsAndTheDayOfResumingDoesNot() {
    var story = explain(start("2026-03-02", 15, TermUnit.DAY), pause("2026-03-05"), resume("2026-03-09"));

    assertThat(story.days()).filteredOn(day -> day.verdict() == Verdict.PAUSED).extracting(Day::date)
        .containsExactly(day("2026-03-06"), day("2026-03-07"), day("2026-03-08"), day("2026-03-09"));
    // 17 March and four days is a Saturday.
    assertThat(story.due().on()).isEqualTo("2026-03-23");
  }

  @Test
  void aPauseThatEndsOnItsOwnDayCostsNothing() {
    assertThat(due(start("2026-03-02", 15, TermUnit.DAY), pause("2026-03-05"), resume("2026-03-05")).on())
        .isEqualTo("2026-03-17");
  }

  @ParameterizedTest
  @CsvSource({
      // term, start, paused on, resumed on, due
      "15, DAY, 2026-02-02, 2026-02-10, 2026-02-24, 2026-03-03",
      "5, WORKING_DAY, 2026-02-09, 2026-02-11, 2026-02-25, 2026-02-28",
      "15, DAY, 2025-09-20, 2025-10-05, 2025-10-09, 2025-10-10",
      "60, DAY, 2025-09-15, 2025-09-25, 2025-10-12, 2025-12-01"})
  void aPauseAcrossHolidaysIsMeasuredInTheUnitOfTheTerm(int length, TermUnit unit, String start, String paused,
      String resumed, LocalDate due) {
    assertThat(due(start(start, length, unit), pause(paused), resume(resumed)).on()).isEqualTo(due);
  }

  @Test
  void aPauseAfterTheEndChangesNothing() {
    assertThat(due(start("2026-03-02", 15, TermUnit.DAY), pause("2026-03-18"), resume("2026-04-18")).on())
        .isEqualTo("2026-03-17");
  }

  @Test
  void aPeriodThatIsCompleteOnADayOffDoesNotEndWhileTheClockStandsStill() {
    // Complete on Saturday 21 March; paused that day; Monday and Tuesday pass in the pause.
    assertThat(due(start("2026-03-06", 15, TermUnit.DAY), pause("2026-03-21"), resume("2026-03-24")).on())
        .isEqualTo("2026-03-25");
  }

  @Test
  void overlappingPausesAreNotCountedTwice() {
    assertThat(due(start("2026-03-02", 15, TermUnit.DAY), pause("2026-03-04"), resume("2026-03-06"),
        pause("2026-03-05"), resume("2026-03-09"))).isEqualTo(
            due(start("2026-03-02", 15, TermUnit.DAY), pause("2026-03-04"), resume("2026-03-09")));
  }

  @Test
  void aPauseThatHasNotEndedLeavesTheEarliestDateAndTheDaysThatRemain() {
    var story = explain(start("2026-03-02", 15, TermUnit.DAY), pause("2026-03-05"));

    assertThat(story.waiting()).isTrue();
    assertThat(story.remaining()).isEqualTo(12);
    assertThat(story.due().on()).isEqualTo("2026-03-17");
    assertThat(story.days()).extracting(Day::date).endsWith(day("2026-03-05"));
  }

  @Test
  void anExtensionIsAddedToTheTermAndNotToTheRolledDate() {
    // 60 days end on 6 March, 90 on Sunday 5 April, a holiday; the next working day is the 7th.
    assertThat(due(start("2026-01-05", 60, TermUnit.DAY), extend(30, TermUnit.DAY)).on()).isEqualTo("2026-04-07");
  }

  @Test
  void anExtensionInItsOwnUnitIsCountedInThatUnit() {
    // 15 days are complete on Monday 16 February, a holiday; then the two days 24 and 25 February.
    assertThat(due(start("2026-02-01", 15, TermUnit.DAY), extend(2, TermUnit.WORKING_DAY)).on())
        .isEqualTo("2026-02-25");
  }

  @Test
  void theExtensionAndItsReasonAreNamedOnItsDays() {
    var story = explain(start("2026-03-02", 2, TermUnit.DAY), extend(3, TermUnit.DAY));

    assertThat(story.days()).extracting(Day::verdict).containsExactly(Verdict.START, Verdict.COUNTED, Verdict.COUNTED,
        Verdict.EXTENDED, Verdict.EXTENDED, Verdict.EXTENDED, Verdict.ROLLED, Verdict.ROLLED_TO);
    assertThat(story.days().get(3).reason()).contains("complex");
    assertThat(story.days().get(5).number()).isEqualTo(5);
    assertThat(story.length()).isEqualTo(5);
  }

  @Test
  void theOrderOfPausesAndExtensionsDoesNotMatter() {
    var start = start("2026-01-26", 20, TermUnit.DAY);
    var acts = List.of(List.of(pause("2026-02-03"), resume("2026-02-09")),
        List.of(pause("2026-02-20"), resume("2026-02-26")), List.of(extend(10, TermUnit.DAY)),
        List.of(extend(5, TermUnit.WORKING_DAY)), List.of(extend(3, TermUnit.DAY)));
    var expected = new HashSet<Due>();
    var random = new Random(5);
    for (var i = 0; i < 200; i++) {
      var ledger = new ArrayList<LedgerEntry>();
      var shuffled = new ArrayList<>(acts);
      Collections.shuffle(shuffled, random);
      ledger.add(start);
      shuffled.forEach(ledger::addAll);
      expected.add(DueDate.due(ledger, CALENDAR));
    }

    assertThat(expected).hasSize(1);
  }

  @Test
  void anExtensionWrittenDuringAPauseIsTheSameAsOneBeforeOrAfterIt() {
    var start = start("2026-03-02", 15, TermUnit.DAY);
    var pause = pause("2026-03-05");
    var resume = resume("2026-03-12");
    var extend = extend(30, TermUnit.DAY);

    assertThat(due(start, pause, extend, resume)).isEqualTo(due(start, extend, pause, resume))
        .isEqualTo(due(start, pause, resume, extend));
  }

  @Test
  void handingOverANewCalendarAndTheStopLeaveTheDateWhereItIs() {
    var start = start("2026-03-02", 15, TermUnit.DAY);

    assertThat(due(start, LedgerEntry.handOver(day("2026-03-04"), "housing"),
        LedgerEntry.calendar(day("2026-03-05"), "2027"), LedgerEntry.stop(day("2026-03-06")))).isEqualTo(due(start));
  }

  @Test
  void aYearWithoutItsOfficialDaysMakesTheDateProvisional() {
    assertThat(due(start("2026-12-20", 15, TermUnit.DAY))).isEqualTo(new Due(day("2027-01-04"), true));
    assertThat(due(start("2026-12-01", 15, TermUnit.DAY)).provisional()).isFalse();
  }

  @Test
  void aWorkingDayTermThatOnlyPassesThroughAnUnknownYearIsProvisionalToo() {
    var named = new ArrayList<>(OfficialDays.shipped());
    named.removeIf(day -> day.day().getYear() == 2025);
    var without2025 = new OfficialCalendar(named, true);

    assertThat(DueDate.due(List.of(start("2025-12-30", 10, TermUnit.WORKING_DAY)), without2025).provisional()).isTrue();
    // In days only the last one is asked whether it is a day off.
    assertThat(DueDate.due(List.of(start("2025-12-30", 15, TermUnit.DAY)), without2025).provisional()).isFalse();
  }

  @Test
  void theExplanationSaysWhyADayDidNotCount() {
    var story = explain(start("2026-02-13", 3, TermUnit.WORKING_DAY));

    assertThat(at(story, "2026-02-14")).satisfies(day -> {
      assertThat(day.verdict()).isEqualTo(Verdict.COUNTED);
      assertThat(day.kind()).isEqualTo(DayKind.MAKE_UP_DAY);
    });
    assertThat(at(story, "2026-02-17")).satisfies(day -> {
      assertThat(day.verdict()).isEqualTo(Verdict.DAY_OFF);
      assertThat(day.kind()).isEqualTo(DayKind.HOLIDAY);
      assertThat(day.holiday()).get().extracting(OfficialDay::name).isEqualTo("春节");
    });
    assertThat(story.days()).hasSize(13).first().extracting(Day::verdict).isEqualTo(Verdict.START);
    assertThat(story.days().get(12)).extracting(Day::date, Day::number).containsExactly(day("2026-02-25"), 3);
  }

  @Test
  void aLedgerThatDoesNotBeginWithItsStartIsRefused() {
    assertThatThrownBy(() -> due(pause("2026-03-05"))).hasMessageContaining("begins with START");
  }

  @Test
  void anAnnulledPauseNeverWas() {
    assertThat(due(start("2026-03-02", 15, TermUnit.DAY), pause("2026-03-05"), resume("2026-03-09"),
        LedgerEntry.annul(2, day("2026-03-10"), "wrong case"), LedgerEntry.annul(3, day("2026-03-10"), "wrong case")))
        .isEqualTo(due(start("2026-03-02", 15, TermUnit.DAY)));
  }

  @Test
  void aCorrectedEntryCountsFromItsRightDayAndTheLastCorrectionCounts() {
    assertThat(due(start("2026-03-02", 15, TermUnit.DAY), pause("2026-03-05"), resume("2026-03-09"),
        LedgerEntry.correct(3, day("2026-03-20"), "a slip"), LedgerEntry.correct(3, day("2026-03-12"), "a slip again")))
        .isEqualTo(due(start("2026-03-02", 15, TermUnit.DAY), pause("2026-03-05"), resume("2026-03-12")));
  }

  @Test
  void aCorrectedExtensionHasItsRightLength() {
    assertThat(due(start("2026-03-02", 15, TermUnit.DAY), extend(30, TermUnit.DAY),
        LedgerEntry.correct(2, day("2026-03-03"), "decided were 3 days").lasting(3, TermUnit.DAY)))
        .isEqualTo(due(start("2026-03-02", 15, TermUnit.DAY), extend(3, TermUnit.DAY)));
  }

  @ParameterizedTest
  @CsvSource({
      // start, hours, due
      "2026-02-14T09:30, 2, 2026-02-14T11:30, the same day",
      "2026-02-14T23:00, 2, 2026-02-15T01:00, over midnight into the Spring Festival",
      "2026-02-14T23:00, 24, 2026-02-15T23:00, a day off counts like any other"})
  void hoursCountByDayAndNight(LocalDateTime start, int hours, LocalDateTime due, String why) {
    assertThat(due(hours(start, hours))).as(why)
        .isEqualTo(new Due(due.toLocalDate(), Optional.of(due.toLocalTime()), false));
  }

  @Test
  void hoursInAPauseAreNotCounted() {
    var start = hours(LocalDateTime.parse("2026-03-02T22:00"), 24);
    var pause = pause("2026-03-02").at(Optional.of(LocalTime.of(23, 30)));
    var resume = resume("2026-03-03").at(Optional.of(LocalTime.of(9, 0)));

    assertThat(due(start, pause, resume).moment()).isEqualTo("2026-03-04T07:30");
    assertThat(explain(start, pause).remaining()).isEqualTo(23);
    assertThat(explain(start, pause).waiting()).isTrue();
  }

  @Test
  void theMinuteInWhichHoursEndIsStillInTime() {
    assertThat(due(hours(LocalDateTime.parse("2026-03-02T22:00"), 2)).end()).isEqualTo("2026-03-03T00:01");
    assertThat(due(start("2026-03-02", 1, TermUnit.DAY)).end()).isEqualTo("2026-03-04T00:00");
  }

  @Test
  void daysAndHoursAreNotMixed() {
    assertThatThrownBy(() -> due(start("2026-03-02", 1, TermUnit.DAY), extend(1, TermUnit.HOUR)))
        .hasMessageContaining("hours");
  }

  private static Due due(LedgerEntry... ledger) {
    return DueDate.due(Arrays.asList(ledger), CALENDAR);
  }

  private static Explanation explain(LedgerEntry... ledger) {
    return DueDate.explain(Arrays.asList(ledger), CALENDAR);
  }

  private static Day at(Explanation story, String date) {
    return story.days().stream().filter(day -> day.date().equals(day(date))).findFirst().orElseThrow();
  }

  private static LedgerEntry start(String on, int length, TermUnit unit) {
    return LedgerEntry.start(day(on), new Term(length, unit, "rule"), "housing");
  }

  private static LedgerEntry hours(LocalDateTime from, int hours) {
    return LedgerEntry.start(from.toLocalDate(), new Term(hours, TermUnit.HOUR, "rule"), "housing")
        .at(Optional.of(from.toLocalTime()));
  }

  private static LedgerEntry pause(String on) {
    return LedgerEntry.pause(day(on), "supplement", "materials");
  }

  private static LedgerEntry resume(String on) {
    return LedgerEntry.resume(day(on));
  }

  private static LedgerEntry extend(int length, TermUnit unit) {
    return LedgerEntry.extend(day("2026-03-03"), length, unit, "complex");
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
