package org.petitiondesk.inbox;

/** The lists an officer knows. */
public enum WorkListTab {
  /** 待办: what I hold, then what my groups may claim. */
  TODO,
  /** 已办: what I finished, newest first. */
  DONE,
  /** 我发起: the cases that I registered, finished ones too, and whose turn it is. */
  STARTED,
  /** 抄送我: the cases that were sent to me for knowledge, newest first; the count is of those not read yet. */
  COPIED,
  /** Every open item of my unit and of those below it, whoever holds it. */
  ALL
}
