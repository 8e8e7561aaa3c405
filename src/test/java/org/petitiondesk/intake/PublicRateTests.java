package org.petitiondesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.petitiondesk.kernel.MovableClock;

class PublicRateTests {

  private final MovableClock clock = new MovableClock();

  @Test
  void oneAddressMayHandInSoManyWithinThePeriod() {
    var rate = new PublicRate(new IntakeSettings(2, Duration.ofHours(1)), clock);
    rate.count("192.0.2.1");
    assertThat(rate.isExceeded("192.0.2.1")).isFalse();
    rate.count("192.0.2.1");

    assertThat(rate.isExceeded("192.0.2.1")).isTrue();
    assertThat(rate.isExceeded("192.0.2.2")).isFalse();
    clock.forward(Duration.ofMinutes(61));
    assertThat(rate.isExceeded("192.0.2.1")).isFalse();
  }

  @Test
  void zeroIsNoLimit() {
    var rate = new PublicRate(new IntakeSettings(0, Duration.ofHours(1)), clock);
    for (var i = 0; i < 100; i++) {
      rate.count("192.0.2.1");
    }

    assertThat(rate.isExceeded("192.0.2.1")).isFalse();
  }
}
