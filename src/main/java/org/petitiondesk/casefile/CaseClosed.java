package org.petitiondesk.casefile;

import org.petitiondesk.kernel.CaseId;

/** Published in the transaction that closed the case, after {@link CaseStatusChanged}. */
public record CaseClosed(CaseId id, ClosingState state) {}
