package org.petitiondesk.audit;

import java.util.Optional;

/** How much there is to verify. */
public record AuditFigures(long chains, long entries, Optional<Anchor> lastAnchor) {}
