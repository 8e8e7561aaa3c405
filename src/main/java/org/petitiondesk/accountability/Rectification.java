package org.petitiondesk.accountability;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.documents.LetterText;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;

/**
 * A unit has to mend something (整改), with a numbered notice and measures.
 *
 * @param review whose rectification track it is; empty when it stands alone
 * @param unit who has to mend it
 * @param desk whose rectification it is and who inspects, {@code role@unit}
 * @param notice as it was served
 * @param endedAt when the last measure was accepted
 * @param measures by number
 */
public record Rectification(RectificationId id, CaseId caseId, Optional<ReviewId> review, String unit, String desk,
    String openedBy, Instant openedAt, String reason, LetterText notice, RectificationState state,
    Optional<Instant> endedAt, Optional<Failure> failure, List<Measure> measures) {

  /** Why it turned out not to hold. */
  public record Failure(String reason, String by, Instant at) {}

  public Rectification {
    measures = List.copyOf(measures);
  }

  public String number() {
    return notice.number();
  }

  /** The unit whose rectification it is. */
  public String office() {
    return Group.of(desk).unit();
  }

  public boolean isOpen() {
    return state == RectificationState.OPEN;
  }

  /** How many of its measures were accepted. */
  public long accepted() {
    return measures.stream().filter(measure -> measure.state() == Measure.State.ACCEPTED).count();
  }

  public Optional<Measure> measure(int number) {
    return measures.stream().filter(measure -> measure.number() == number).findFirst();
  }
}
