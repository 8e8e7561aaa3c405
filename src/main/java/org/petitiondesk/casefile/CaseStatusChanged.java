package org.petitiondesk.casefile;

import org.petitiondesk.kernel.CaseId;

/** Published in the transaction of the change. */
public record CaseStatusChanged(CaseId id, CaseStatus from, CaseStatus to) {}
