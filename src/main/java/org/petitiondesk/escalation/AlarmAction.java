package org.petitiondesk.escalation;

import java.util.Locale;

/** What an alarm does, as the decision table {@code clock_alarms} names it. */
public enum AlarmAction {
  /** Shown on the open items. 提醒 */
  REMIND,
  /** A numbered written reminder. 催办 */
  NOTICE,
  /** A numbered written criticism. 通报 */
  CRITICISM,
  /** A leader must decide how it goes on. */
  DECISION,
  /** The matter is listed under supervision. 督办 */
  SUPERVISION,
  /** There is a reason to review how the matter was handled; the table of accountability says whether. 四不放过 */
  REVIEW,
  /** Nothing: a row of the table takes a step out of the ladder. */
  NONE;

  /** Whoever holds the work sees it there. */
  public boolean reminds() {
    return this == REMIND || isWritten();
  }

  /** As the audit chain calls it. */
  String act() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isWritten() {
    return this == NOTICE || this == CRITICISM;
  }

  /** The letter text of a written one. */
  String template() {
    return this == CRITICISM ? "criticism_notice" : "reminder_notice";
  }

  /** The word of the number series of a written one. */
  String series() {
    return this == CRITICISM ? "通报" : "催";
  }
}
