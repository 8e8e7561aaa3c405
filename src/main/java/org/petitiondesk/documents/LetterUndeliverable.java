package org.petitiondesk.documents;

import org.petitiondesk.kernel.CaseId;

/** Nobody could be reached with this letter; somebody decided to stop trying. */
public record LetterUndeliverable(LetterId id, CaseId caseId, String template, String reason) {}
