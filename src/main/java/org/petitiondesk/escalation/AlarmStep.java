package org.petitiondesk.escalation;

/**
 * One step of the ladder of a clock.
 *
 * @param id names the step in the table; a step that comes again has its count behind a dot
 * @param stage working days from the last day of the clock: negative before, positive after it
 */
public record AlarmStep(String id, int stage, AlarmAction action, ReceiverRole receiver) {

  boolean isReminder() {
    return action == AlarmAction.REMIND;
  }
}
