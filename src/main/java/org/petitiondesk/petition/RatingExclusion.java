package org.petitiondesk.petition;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.kernel.CaseId;

/**
 * A rating that shall not count in the figures: who says why and proves it with which file, and what the second person
 * decided.
 *
 * @param answer number of the answer whose rating it is
 */
public record RatingExclusion(UUID id, CaseId caseId, int answer, String reason, DocumentId evidence, String proposedBy,
    Instant proposedAt, Optional<Decision> decision) {

  public record Decision(boolean excluded, String reason, String by, Instant at) {}

  public boolean isOpen() {
    return decision.isEmpty();
  }
}
