package org.petitiondesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What holds for every figure and every past. */
class HistoryPropertyTests {

  private static final String SEED = "20261122";

  @Test
  void aWeekOfTwelveAfterWeeksOfThreeToFiveIsFarFromUsual() {
    var history = new History(12, List.of(3, 4, 5, 4, 3, 4, 5, 4));

    assertThat(history.median()).isEqualTo(4);
    assertThat(history.spread()).isEqualTo(2);
    assertThat(history.usualUpTo()).isEqualTo(8);
    assertThat(history.excess()).isEqualTo(4);
  }

  @Test
  void withTooLittleHistoryNothingIsFarFromUsual() {
    assertThat(new History(100, List.of()).excess()).isEqualTo(-1);
  }

  @Property(seed = SEED, tries = 300)
  void whatIsStillUsualIsNoMoreThanTwoSpreadsAbove(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 400) Integer> before) {
    var usual = new History(0, before).usualUpTo();

    assertThat(new History(usual, before).excess()).isLessThanOrEqualTo(History.USUAL);
    assertThat(new History(usual + 1, before).excess()).isGreaterThan(History.USUAL);
  }

  @Property(seed = SEED, tries = 300)
  void theOrderOfTheWeeksChangesNothing(@ForAll @IntRange(max = 400) int now,
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 400) Integer> before) {
    var shuffled = new ArrayList<>(before);
    Collections.reverse(shuffled);

    assertThat(new History(now, shuffled).excess()).isEqualTo(new History(now, before).excess());
  }

  @Property(seed = SEED, tries = 300)
  void moreIsNeverLessUnusual(@ForAll @IntRange(max = 400) int now,
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 400) Integer> before) {
    assertThat(new History(now + 1, before).excess()).isGreaterThanOrEqualTo(new History(now, before).excess());
  }

  /** One mad week among eight moves the bound no further than the quiet weeks themselves would allow. */
  @Property(seed = SEED, tries = 300)
  void oneMadWeekDoesNotHideTheNext(@ForAll @Size(value = 7) List<@IntRange(min = 2, max = 6) Integer> quiet,
      @ForAll @IntRange(min = 50, max = 10_000) int mad) {
    var before = new ArrayList<>(quiet);
    before.add(mad);

    assertThat(new History(0, before).usualUpTo()).isLessThanOrEqualTo(6 + (int) (History.USUAL * 1.4826 * 4));
  }

  @Property(seed = SEED, tries = 100)
  void itIsKeptAsItWas(@ForAll @IntRange(max = 400) int now,
      @ForAll @Size(max = 12) List<@IntRange(max = 400) Integer> before) {
    var history = new History(now, before);

    assertThat(History.of(now, history.text())).isEqualTo(history);
  }
}
