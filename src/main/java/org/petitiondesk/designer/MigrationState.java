package org.petitiondesk.designer;

/** How far a migration is. */
public enum MigrationState {
  /** Steps are given their targets. */
  PLANNED,
  /** Each case is tried, and put back. */
  TRYING, TRIED,
  /** Waits for a second person. */
  SUBMITTED,
  /** Each case is moved. */
  RUNNING, PAUSED, DONE, DISCARDED;

  /** Whether cases are worked off by themselves. */
  public boolean works() {
    return this == TRYING || this == RUNNING;
  }

  public boolean isOver() {
    return this == DONE || this == DISCARDED;
  }

  /** Whether its author may still give steps another target. */
  public boolean isOpen() {
    return this == PLANNED || this == TRIED;
  }
}
