package org.petitiondesk.inbox;

/** What made the item: a user task of a model, or a job that failed for good. */
public enum ItemSource {
  TASK, INCIDENT
}
