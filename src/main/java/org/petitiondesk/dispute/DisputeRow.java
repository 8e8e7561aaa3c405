package org.petitiondesk.dispute;

import java.time.Instant;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;

/** A dispute as the register lists it. */
public record DisputeRow(CaseId id, String code, String title, DisputeKind kind, DisputeState state, String committee,
    String place, Optional<String> mediator, Instant openedAt) {}
