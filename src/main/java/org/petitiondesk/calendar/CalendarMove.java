package org.petitiondesk.calendar;

import java.time.LocalDate;

/**
 * What other official days do to an open clock.
 *
 * @param after the due date by the other days
 */
public record CalendarMove(ClockState clock, Due after) {

  /** The date itself is another one; otherwise it only becomes certain. */
  public boolean moves() {
    return !after.on().equals(clock.due().on());
  }

  /** In time as things stand, and late by the other days. */
  public boolean becomesOverdue(LocalDate today) {
    var now = today.atStartOfDay();
    return !clock.paused() && !clock.late(now) && !now.isBefore(after.end());
  }
}
