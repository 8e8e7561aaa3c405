package org.petitiondesk.calendar;

/**
 * What the decision table {@code clock_pauses} says of a reason to pause a clock.
 *
 * @param length the longest pause, in its unit; 0 for one without a latest end
 * @param unit whose days they are: everybody's (日) or the office's (工作日)
 * @param chaseAfter so many working days (工作日) after its beginning somebody is reminded; 0 for never
 * @param note what the table says beside the row
 */
public record PauseRule(boolean pausable, WaitsFor waitsFor, int length, TermUnit unit, Approval approval,
    int chaseAfter, String chase, String note) {

  /** Whom a paused clock waits for. */
  public enum WaitsFor {
    PETITIONER, OFFICE, OTHER_BODY, NOBODY
  }

  /** Who has to agree. */
  public enum Approval {
    NONE, LEADER
  }
}
