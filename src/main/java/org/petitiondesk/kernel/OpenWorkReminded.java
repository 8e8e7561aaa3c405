package org.petitiondesk.kernel;

import java.time.Instant;

/** Whoever has the open work of a case or a matter is to be reminded of it; published in the transaction that says so. */
public record OpenWorkReminded(CaseId id, String words, Instant at) {}
