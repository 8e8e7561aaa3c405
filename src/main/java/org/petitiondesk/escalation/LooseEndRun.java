package org.petitiondesk.escalation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One look at every open case.
 *
 * @param looked cases
 * @param finishedAt empty while it runs, and for ever when its node went down
 */
public record LooseEndRun(UUID id, String startedBy, Instant startedAt, Optional<Instant> finishedAt, int looked,
    int found) {}
