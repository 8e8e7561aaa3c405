package org.petitiondesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** A further year is learned, and no date that was issued moves. Far years, so that no other test's clock is met. */
@DeskTest
@Transactional
class OfficialYearsTests {

  @Autowired
  private OfficialYears years;
  @Autowired
  private Clocks clocks;

  private final CaseId caseId = new CaseId(UUID.randomUUID());

  @Test
  void aNoticeMakesItsYearKnown() {
    assertThat(years.of(2061).known()).isFalse();

    years.learn(notice(2061), Actor.SYSTEM);

    assertThat(years.of(2061)).satisfies(year -> {
      assertThat(year.known()).isTrue();
      assertThat(year.source()).isEqualTo("国办发明电〔2060〕7号");
      assertThat(year.days()).extracting(OfficialDay::nameEn).containsOnly("New Year", "National Day");
    });
    assertThatThrownBy(() -> years.learn(notice(2061), Actor.SYSTEM)).hasMessageContaining("year-known");
  }

  @Test
  void theNextYearIsListedThoughNobodyKnowsIt() {
    assertThat(years.all()).extracting(OfficialYears.Year::year).isSortedAccordingTo((a, b) -> b - a).contains(2026);
    assertThat(years.all()).filteredOn(year -> !year.known()).isNotEmpty()
        .allSatisfy(year -> assertThat(year.days()).isEmpty());
  }

  @Test
  void aDateThatWasIssuedDoesNotMove() {
    var clock = clocks.start(caseId, "handling", new Term(3, TermUnit.WORKING_DAY, "规则"), LocalDate.of(2061, 9, 29),
        "xfj", Actor.SYSTEM);

    assertThatThrownBy(() -> years.learn(notice(2061), Actor.SYSTEM)).isInstanceOf(Refused.class)
        .hasMessageContaining("calendar.refused.would-move [1]");

    assertThat(years.of(2061).known()).isFalse();
    assertThat(clocks.story(caseId, clock).clock().due().provisional()).isTrue();
  }

  @Test
  void aDateThatStaysIsNoLongerProvisionalAndItsLedgerSaysWhy() {
    var clock = clocks.start(caseId, "handling", new Term(3, TermUnit.WORKING_DAY, "规则"), LocalDate.of(2061, 11, 1),
        "xfj", Actor.SYSTEM);
    var before = clocks.story(caseId, clock).clock().due();
    assertThat(before.provisional()).isTrue();

    assertThat(years.learn(notice(2061), Actor.SYSTEM)).isEqualTo(1);

    var story = clocks.story(caseId, clock);
    assertThat(story.clock().due()).isEqualTo(new Due(before.on(), false));
    assertThat(story.ledger()).extracting(line -> line.entry().kind()).containsExactly(LedgerEntry.Kind.START,
        LedgerEntry.Kind.CALENDAR);
  }

  @Test
  void whatCanNotBeTheNoticeOfAYearIsRefusedWithTheDay() {
    refused("nonsense", "no-json");
    refused("{}", "calendar.refused.year");
    refused(json("2061", ""), "not-a-year");
    refused(json("2061", day("2061-10-01", "true") + "," + day("2061-10-01", "true")), "day-twice");
    refused(json("2061", day("2061-10-01", "true") + "," + day("2061-10-03", "false")), "no-weekend");
    refused(json("2061", day("2060-10-01", "true")), "other-year");
    refused(json("2061", day("1. Oktober", "true")), "no-day");
    refused(json("2061", day("2061-10-01", "\"ja\"")), "no-day");
    refused("{\"year\": 2061, \"papers\": [], \"days\": [" + day("2061-10-01", "true") + "]}", "refused.source");
    assertThat(years.of(2061).known()).isFalse();
  }

  private void refused(String file, String sentence) {
    assertThatThrownBy(() -> years.learn(OfficialNotice.read(file.getBytes(StandardCharsets.UTF_8)), Actor.SYSTEM))
        .as(file).isInstanceOf(Refused.class).hasMessageContaining(sentence);
  }

  private static String json(String year, String days) {
    return "{\"year\": " + year + ", \"papers\": [\"https://www.gov.cn/1\"], \"days\": [" + days + "]}";
  }

  private static String day(String date, String off) {
    return "{\"name\": \"国庆节\", \"date\": \"" + date + "\", \"isOffDay\": " + off + "}";
  }

  private static OfficialNotice notice(int year) {
    return new OfficialNotice(year, "国办发明电〔2060〕7号",
        List.of(OfficialNotice.day(LocalDate.of(year, 1, 1), true, "元旦"),
            OfficialNotice.day(LocalDate.of(year, 10, 1), true, "国庆节"),
            OfficialNotice.day(LocalDate.of(year, 10, 3), true, "国庆节"),
            OfficialNotice.day(LocalDate.of(year, 10, 4), true, "国庆节")));
  }
}
