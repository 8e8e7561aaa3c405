package org.petitiondesk.designer;

/** Where a draft stands. */
public enum DraftState {
  /** Somebody draws; also after it was returned. */
  DRAFT,
  /** Waits for a second person. */
  SUBMITTED,
  /** May be published, now or at the time that was set. */
  APPROVED,
  /** Is a version of the model. */
  PUBLISHED,
  /** Thrown away. */
  DISCARDED
}
