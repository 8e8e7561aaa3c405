package org.petitiondesk.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's time, or any other moment that a test or the making of demo cases wants it to be. It goes on ticking. */
public final class MovableClock extends Clock {

  private volatile Duration offset = Duration.ZERO;

  public void setTo(Instant moment) {
    offset = Duration.between(Instant.now(), moment);
  }

  public void forward(Duration by) {
    offset = offset.plus(by);
  }

  public void reset() {
    offset = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
