package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The end of a period.
 *
 * @param on last day; while the clock is paused: the earliest day it can be, as if it went on at once
 * @param at time of that day, of a clock in hours; a clock in days ends with its day
 * @param provisional a year was asked whose official days off are not known yet, so only weekends were taken as off
 */
public record Due(LocalDate on, Optional<LocalTime> at, boolean provisional) {

  public Due(LocalDate on, boolean provisional) {
    this(on, Optional.empty(), provisional);
  }

  /** When the period ends: a clock in days at midnight after its last day. */
  public LocalDateTime moment() {
    return at.map(on::atTime).orElseGet(() -> on.plusDays(1).atStartOfDay());
  }

  /** The first moment that is late; the minute in which a clock in hours ends is still in time. */
  public LocalDateTime end() {
    return at.isPresent() ? moment().plusMinutes(1) : moment();
  }
}
