package org.petitiondesk.documents;

import org.petitiondesk.kernel.CaseId;

/** A letter was signed and numbered and is to be sent; published in the transaction that issues it. */
public record LetterIssued(LetterId id, CaseId caseId, String template, DeliveryMethod method) {}
