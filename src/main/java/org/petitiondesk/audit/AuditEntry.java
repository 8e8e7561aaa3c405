package org.petitiondesk.audit;

import java.time.Instant;
import java.util.Map;
import org.petitiondesk.kernel.CaseId;

/**
 * One link of a chain.
 *
 * @param seq 1 for the first entry of its chain, without gaps
 * @param actorName as it was at that moment; an account that is renamed later does not rewrite the past
 * @param act what was done, as {@code module.verb}; pages name it with the message {@code act.<act>}
 * @param hash SHA-256 over everything else and the hash of the entry before
 */
public record AuditEntry(CaseId chain, long seq, Instant at, String actorId, String actorName, String act,
    Map<String, Object> details, String hash) {}
