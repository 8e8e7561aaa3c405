package org.petitiondesk.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * @param hand the window that writes
 * @param seen when the draft was saved that this window has begun with
 */
public record SaveDraft(Map<String, List<String>> fields, String hand, Optional<Instant> seen) {}
