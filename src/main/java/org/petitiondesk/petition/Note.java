package org.petitiondesk.petition;

import java.time.Instant;

/** An investigation note or a co-handling unit's contribution. */
public record Note(NoteKind kind, String unit, String text, String writtenBy, Instant writtenAt) {}
