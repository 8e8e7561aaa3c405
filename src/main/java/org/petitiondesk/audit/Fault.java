package org.petitiondesk.audit;

/** What can be wrong with a link. Said in words by the messages {@code audit.fault.*}. */
public enum Fault {
  /** There is no entry with this number, though the chain goes on or its head says so. */
  MISSING,
  /** The entry does not say what it said when it was written. */
  CHANGED,
  /** The entry does not name the hash of the one before it. */
  UNLINKED,
  /** There is an entry that the head of the chain knows nothing about. */
  EXTRA,
  /** The head of the chain is gone, or names another hash than the last entry. */
  HEAD,
  /** A daily anchor sealed another entry here, or one that is gone. */
  ANCHORED_OTHERWISE,
  /** The daily anchor itself was changed, or the one before it. */
  ANCHOR
}
