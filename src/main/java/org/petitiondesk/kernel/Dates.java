package org.petitiondesk.kernel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The desk's own time: one movable clock, one zone, whole seconds in the database. */
public final class Dates {

  /** Legal days begin and end in the time of the place where the office is. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Dates() {}

  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  public static LocalDateTime local(java.time.Instant instant) {
    return LocalDateTime.ofInstant(instant, ZONE);
  }
}
