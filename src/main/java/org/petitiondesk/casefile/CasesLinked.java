package org.petitiondesk.casefile;

import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;

/** Somebody, or a rule, has found that two cases belong together. */
public record CasesLinked(CaseId id, CaseId other, LinkKind kind, Actor by) {}
