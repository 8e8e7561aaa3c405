package org.petitiondesk.escalation;

/** The traffic light of a supervision: how it stands at a glance. The page says it in colour, sign and word. */
public enum SupervisionLight {
  /** The day has passed without an answer. */
  LATE,
  /** The day is near; how near is a setting. */
  SOON, IN_TIME,
  /** The unit has answered; the light waits for the verdict. */
  ANSWERED, CLOSED
}
