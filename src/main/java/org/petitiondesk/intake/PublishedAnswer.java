package org.petitiondesk.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;

/**
 * A question with its answer that everybody may read, or that is meant to be.
 *
 * @param caseId the closed case that it was written from; never shown to the public
 * @param territory a street or something larger: nobody is known by it
 * @param decidedAt when it was published or sent back
 * @param reason why it was sent back or withdrawn
 */
public record PublishedAnswer(UUID id, CaseId caseId, String registeringUnit, String title, String question,
    String answer, String category, String territory, State state, String proposedBy, Instant proposedAt,
    Optional<Instant> decidedAt, Optional<String> reason) {

  /** Where it stands. */
  public enum State {
    /** Waits for a leader. */
    PROPOSED,
    /** Everybody may read it. */
    PUBLISHED,
    /** A leader did not approve it. */
    SENT_BACK,
    /** It was public and is no longer. */
    WITHDRAWN
  }

  public Optional<LocalDate> publishedOn() {
    return decidedAt.map(moment -> Dates.local(moment).toLocalDate());
  }
}
