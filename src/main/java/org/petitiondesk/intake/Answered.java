package org.petitiondesk.intake;

import org.petitiondesk.kernel.CaseId;

/** What was handed in under a key, and the case that it became. */
record Answered(String fingerprint, CaseId caseId) {}
