package org.petitiondesk.escalation;

/** Whose turn it is. */
public enum SupervisionState {
  /** 待反馈: the unit has the word. */
  WAITING,
  /** 待审核: the unit has answered; whoever opened it looks at the answer. */
  ANSWERED,
  /** 已销号 */
  CLOSED
}
