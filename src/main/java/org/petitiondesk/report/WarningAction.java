package org.petitiondesk.report;

/** What is done about a warning. */
public enum WarningAction {
  /** Nothing, for the reason given. */
  NOTHING,
  /** One or more of the cases are put under supervision (督办). */
  SUPERVISION,
  /** The unit is told what to do. */
  INSTRUCTION
}
