package org.petitiondesk.inbox;

public enum ItemState {
  OPEN, DONE,
  /** Gone without being done: withdrawn, interrupted or overtaken. */
  CANCELLED
}
