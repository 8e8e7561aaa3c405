package org.petitiondesk.accountability;

import org.petitiondesk.kernel.CaseId;

/** Published in the transaction that accepted the last measure. */
public record RectificationDone(RectificationId id, CaseId caseId) {}
