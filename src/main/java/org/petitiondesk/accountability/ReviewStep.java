package org.petitiondesk.accountability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.documents.DocumentId;

/**
 * What somebody did in a review. Steps are added, never changed.
 *
 * @param track that it is about; empty for an act on the whole review
 * @param dueOn the new day, when the step sets one
 * @param tracks the scope that a limitation asks for; empty for every other step
 */
public record ReviewStep(int number, Optional<Track> track, Kind kind, String by, Instant at, String words,
    Optional<LocalDate> dueOn, List<Track> tracks, List<Evidence> files) {

  public enum Kind {
    PANEL_NAMED, MEMBER_LEFT, REVIEWER_CHANGED, LIMIT_PROPOSED, LIMIT_SIGNED, LIMIT_REFUSED, CLAIMED, HEARING_ASKED, HEARING_LAPSED, PASSED, SENT_BACK, REOPENED, SIGNED
  }

  /** @param cause place of the cause that it is evidence for */
  public record Evidence(DocumentId document, Optional<Integer> cause) {}
}
