package org.petitiondesk.inbox;

/** In what the work list and the engine may differ. */
public enum DifferenceKind {
  /** The engine waits for somebody and the list does not show it. */
  MISSING,
  /** The list shows what nobody waits for. */
  SURPLUS,
  /** The engine waits and the list says that it is finished. */
  STATUS, ASSIGNEE, GROUP, DUE,
  /** A report against a person that the list shows like any other case, or the other way round. */
  CONFIDENTIAL
}
