package org.petitiondesk.audit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A seal over the heads of all chains that grew since the anchor before. Whoever notes its root somewhere else can
 * later prove that nothing older was rewritten.
 *
 * @param root SHA-256 over the root before, the number, the day and every sealed head
 */
public record Anchor(long number, LocalDate day, Instant at, long chains, String previous, String root) {}
