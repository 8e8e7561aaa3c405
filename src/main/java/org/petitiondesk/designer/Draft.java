package org.petitiondesk.designer;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.engine.ModelKind;

/**
 * A draft without its text.
 *
 * @param baseVersion the version in force that it was made from; 0 for a model that there was not
 * @param shipped hash of the shipped model that it takes account of
 * @param note what changes and why, in the author's words; empty until it is submitted
 * @param returned why it came back the last time
 * @param publishAt when it is to be published; only once it is approved
 * @param writers everybody who has written on it
 */
public record Draft(DraftId id, ModelKind kind, String key, String name, int baseVersion, Optional<String> shipped,
    DraftState state, String author, Instant createdAt, String changedBy, Instant changedAt, String note,
    Optional<String> submittedBy, Optional<Instant> submittedAt, Optional<Returned> returned,
    Optional<String> approvedBy, Optional<Instant> approvedAt, Optional<Instant> publishAt,
    Optional<Integer> publishedVersion, Set<String> writers, int version) {

  /** Why a draft came back, and from whom. */
  public record Returned(String reason, String by) {}

  /** Whether the account wrote on it or handed it in: then somebody else approves it. */
  public boolean isOf(String account) {
    return author.equals(account) || writers.contains(account) || submittedBy.filter(account::equals).isPresent();
  }
}
