package org.petitiondesk.casefile;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.audit.AuditEntry;
import org.petitiondesk.kernel.CaseId;

/** A part of a case's timeline, and what was asked for. */
public record TimelinePage(CaseId caseId, TimelineKind kind, boolean oldestFirst, List<AuditEntry> entries,
    Optional<String> next) {}
