package org.petitiondesk.casefile;

import org.petitiondesk.kernel.CaseId;

/** Somebody is kept from a case from now on: what they have in hand there goes to others, in this transaction. */
public record PersonBarred(CaseId caseId, String account) {}
