package org.petitiondesk.escalation;

/** To whom an alarm goes, as the decision table {@code clock_alarms} names it; {@link Receivers} finds the people. */
public enum ReceiverRole {
  /** Who holds the work, else who may take it. */
  HOLDER,
  /** The leader of the unit in whose hands the clock is. */
  UNIT_LEADER,
  /** The leader in charge of the case (包案领导). */
  CASE_LEADER,
  /** The leader of the unit above. */
  LEADER_ABOVE,
  /** The leader of the petition office that registered the case. */
  OFFICE_LEADER
}
