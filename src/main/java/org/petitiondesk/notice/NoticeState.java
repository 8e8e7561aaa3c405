package org.petitiondesk.notice;

/** What became of one message. */
public enum NoticeState {
  /** Waits for the mail server, or for somebody to hand it over. */
  QUEUED,
  /** Taken over by the mail server. */
  SENT,
  /** Handed over on paper, with proof. */
  HANDED_OVER,
  /** To be read on the follow page. */
  PUBLISHED,
  /** Refused or returned; what follows is another message. */
  FAILED,
  /** Refused or returned, and nobody tries again. */
  GIVEN_UP
}
