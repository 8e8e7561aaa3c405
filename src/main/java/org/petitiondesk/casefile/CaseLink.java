package org.petitiondesk.casefile;

import java.time.Instant;

/**
 * A link as it is seen from one of its two cases.
 *
 * @param other the case at the other end
 * @param forward whether this case points to the other one
 * @param reason empty for a merger
 * @param by account
 */
public record CaseLink(CaseRow other, LinkKind kind, boolean forward, String reason, String by, Instant at) {}
