package org.petitiondesk.petition;

import java.time.Instant;

/** The leader's decision on one draft. */
public record Approval(int draftNumber, boolean approved, String reason, String decidedBy, Instant decidedAt) {}
