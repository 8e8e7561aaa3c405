package org.petitiondesk.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.petitiondesk.documents.LetterText;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;

/**
 * A unit is chased for a case, with a numbered notice, a demand and a day.
 *
 * @param unit who has to answer
 * @param desk whose supervision it is and who decides on the answer, {@code role@unit}
 * @param openedBy account, or the system for one that a rule has opened
 * @param answerOn last day for the answer
 * @param level how often it has gone one level up because nobody answered
 * @param notice as it was served
 * @param run under which id its process runs
 */
public record Supervision(SupervisionId id, CaseId caseId, SupervisionKind kind, String unit, String desk,
    String openedBy, Instant openedAt, String demand, String reason, LocalDate answerOn,
    Optional<Acknowledgement> acknowledged, int level, SupervisionState state, Optional<Closing> closing,
    LetterText notice, String run) {

  /** The unit has the notice in its hands (签收). */
  public record Acknowledgement(String by, Instant at) {}

  /** Struck off the register (销号). */
  public record Closing(SupervisionResult result, String words, String by, Instant at) {}

  public String number() {
    return notice.number();
  }

  /** The unit whose supervision it is. */
  public String office() {
    return Group.of(desk).unit();
  }

  public boolean isOpen() {
    return state != SupervisionState.CLOSED;
  }
}
