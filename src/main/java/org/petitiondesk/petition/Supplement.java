package org.petitiondesk.petition;

import java.time.Instant;

/** A question to the petitioner, or what came back. */
public record Supplement(boolean answer, String text, String by, Instant at) {}
