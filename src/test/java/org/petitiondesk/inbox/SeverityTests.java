package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeverityTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @CsvSource({"2026-11-21, OVERDUE", "2026-11-22, TODAY", "2026-11-23, WEEK", "2026-11-29, WEEK", "2026-11-30, LATER",
      "2099-01-01, LATER"})
  void aDateFallsIntoItsGroup(LocalDate due, Severity expected) {
    assertThat(Severity.of(standing(due, false).rank(), TODAY)).isEqualTo(expected);
  }

  @Test
  void whatHasNoDateComesAfterEveryDateAndBeforeWhatWaits() {
    var none = Standing.NONE.rank();

    assertThat(Severity.of(none, TODAY)).isEqualTo(Severity.LATER);
    assertThat(none).isAfter(LocalDate.of(9998, 1, 1)).isBefore(standing(TODAY, true).rank());
  }

  @Test
  void whatWaitsForOthersIsNotOverdue() {
    assertThat(Severity.of(standing(TODAY.minusDays(9), true).rank(), TODAY)).isEqualTo(Severity.WAITING);
  }

  /** The list and its counts ask by range: the ranges must meet without a gap and agree with the groups. */
  @ParameterizedTest
  @EnumSource
  void everyRangeHoldsWhatBelongsToItAndNothingElse(Severity severity) {
    assertThat(Severity.of(severity.from(TODAY), TODAY)).isEqualTo(severity);
    assertThat(Severity.of(severity.to(TODAY), TODAY)).isEqualTo(severity);
    if (severity != Severity.WAITING) {
      var next = Severity.values()[severity.ordinal() + 1];
      assertThat(severity.to(TODAY).plusDays(1)).isEqualTo(next.from(TODAY));
    }
  }

  private static Standing standing(LocalDate due, boolean waiting) {
    return new Standing(Optional.of(due), Optional.of("handling"), Optional.empty(), waiting);
  }
}
