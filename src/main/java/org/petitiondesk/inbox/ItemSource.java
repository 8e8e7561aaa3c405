package org.petitiondesk.inbox;

/** What made the item. */
public enum ItemSource {
  /** A user task of a model. */
  TASK,
  /** A job that failed for good. */
  INCIDENT,
  /** A colleague who asks for a word; the engine knows nothing of it. */
  REQUEST
}
