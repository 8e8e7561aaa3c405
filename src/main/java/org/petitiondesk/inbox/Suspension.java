package org.petitiondesk.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/**
 * A case that stands still, or a version of a process in which none begins.
 *
 * @param code of the case; empty for a version
 * @param processKey empty for a case
 */
public record Suspension(UUID id, Optional<CaseId> caseId, String code, Optional<String> processKey, int version,
    String reason, String by, Instant at) {}
