package org.petitiondesk.escalation;

/** With what a supervision is closed (销号). */
public enum SupervisionResult {
  /** What was demanded is done, or the suggestion taken up. */
  DONE,
  /** It is not, and the supervision ends all the same, for a stated reason. */
  NOT_DONE
}
