package org.petitiondesk.audit;

import org.petitiondesk.kernel.CaseId;

/**
 * The first place where a chain does not hold.
 *
 * @param seq of the entry; for {@link Fault#ANCHOR} the number of the anchor
 */
public record BrokenLink(CaseId chain, long seq, Fault fault) {}
