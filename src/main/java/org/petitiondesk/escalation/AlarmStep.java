package org.petitiondesk.escalation;

import org.petitiondesk.calendar.OpenPause;

/**
 * One step of the ladder of a clock.
 *
 * @param id names the step in the table; a step that comes again has its count behind a dot
 * @param stage working days from the last day of the clock: negative before, positive after it
 */
public record AlarmStep(String id, int stage, AlarmAction action, ReceiverRole receiver) {

  /** Whoever holds the work of a paused clock is told to chase what it waits for: once for each pause of the clock. */
  static final String CHASE = "chase.";

  static AlarmStep chase(OpenPause pause) {
    return new AlarmStep(CHASE + pause.number(), 0, AlarmAction.REMIND, ReceiverRole.HOLDER);
  }

  AlarmStep asReminder() {
    return new AlarmStep(id, stage, AlarmAction.REMIND, ReceiverRole.HOLDER);
  }

  boolean isChase() {
    return id.startsWith(CHASE);
  }

  boolean isReminder() {
    return action == AlarmAction.REMIND;
  }
}
