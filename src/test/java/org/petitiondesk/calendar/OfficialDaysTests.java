package org.petitiondesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The reference data against the notices, as others have written them down. */
class OfficialDaysTests {

  private static final Path SHARED = Path.of(System.getProperty("shared.dir", "../shared"));

  @Test
  void bothYearsHaveAllTheirDays() {
    assertThat(OfficialDays.shipped()).filteredOn(day -> day.day().getYear() == 2025).filteredOn(OfficialDay::off)
        .hasSize(28);
    assertThat(OfficialDays.shipped()).filteredOn(day -> day.day().getYear() == 2025)
        .filteredOn(day -> !day.off()).hasSize(5).allMatch(day -> OfficialCalendar.isWeekend(day.day()));
    assertThat(OfficialDays.shipped()).filteredOn(day -> day.day().getYear() == 2026).filteredOn(OfficialDay::off)
        .hasSize(33);
    assertThat(OfficialDays.shipped()).filteredOn(day -> day.day().getYear() == 2026)
        .filteredOn(day -> !day.off()).hasSize(6).allMatch(day -> OfficialCalendar.isWeekend(day.day()));
  }

  @Test
  void theYear2026IsTheOneOfThePublicCollection() throws Exception {
    var file = SHARED.resolve("data/holidays/holiday-cn_2026.json");
    assumeThat(file).as("no outside material at %s, nothing to compare with", file.toAbsolutePath()).exists();

    var published = StreamSupport.stream(new ObjectMapper().readTree(Files.readString(file)).get("days").spliterator(),
        false).map(OfficialDaysTests::line).toList();

    assertThat(published).isNotEmpty();
    assertThat(OfficialDays.shipped().stream().filter(day -> day.day().getYear() == 2026)
        .map(day -> day.day() + " " + day.off() + " " + day.name())).containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void aYearIsKnownWhenItsOwnDaysAreThere() {
    var calendar = OfficialDays.calendar();

    assertThat(calendar.isKnown(2025)).isTrue();
    assertThat(calendar.isKnown(2026)).isTrue();
    assertThat(calendar.isKnown(2024)).isFalse();
    assertThat(calendar.isKnown(2027)).isFalse();
  }

  @Test
  void workingDaysBetweenTwoDaysAreThoseAfterTheFirstUpToTheSecond() {
    var calendar = OfficialDays.calendar();

    assertThat(calendar.between(day("2026-03-06"), day("2026-03-09"))).isEqualTo(1);
    assertThat(calendar.between(day("2026-03-06"), day("2026-03-06"))).isZero();
    assertThat(calendar.between(day("2026-03-10"), day("2026-03-06"))).isEqualTo(-2);
    assertThat(calendar.between(day("2026-02-13"), day("2026-03-01"))).isEqualTo(6);
  }

  @Test
  void theNextWorkingDayIsNeverTheDayItself() {
    var calendar = OfficialDays.calendar();

    assertThat(calendar.next(day("2026-03-09"))).isEqualTo("2026-03-10");
    assertThat(calendar.next(day("2026-02-14"))).isEqualTo("2026-02-24");
    assertThat(calendar.next(day("2026-10-09"))).isEqualTo("2026-10-10");
  }

  private static String line(JsonNode day) {
    return day.get("date").asText() + " " + day.get("isOffDay").asBoolean() + " " + day.get("name").asText();
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
