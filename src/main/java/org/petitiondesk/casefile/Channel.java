package org.petitiondesk.casefile;

/** The way by which a case came to the desk. */
public enum Channel {
  LETTER, VISIT, PHONE, LEADER_MAILBOX, HOTLINE, WEB, API
}
