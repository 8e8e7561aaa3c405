package org.petitiondesk.petition;

/** What a note records: the lead unit's investigation or a co-handling unit's contribution. */
public enum NoteKind {
  INVESTIGATION, CONTRIBUTION
}
