package org.petitiondesk.inbox;

/** The lists an officer knows. */
public enum WorkListTab {
  /** 待办: what I hold, then what my groups may claim. */
  TODO,
  /** Every open item of my unit and of those below it, whoever holds it. */
  ALL,
  /** 已办: what I finished, newest first. */
  DONE
}
