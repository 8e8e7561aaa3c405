package org.petitiondesk.petition;

import java.time.Instant;
import java.util.Optional;

/** The lead unit's answer to an assignment: accepted with officer and leader, or sent back with a reason. */
public record Acceptance(boolean accepted, Optional<String> officer, Optional<String> leader, String reason,
    String decidedBy, Instant decidedAt) {}
