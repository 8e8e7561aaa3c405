package org.petitiondesk.accountability;

import java.time.Instant;
import org.petitiondesk.documents.LetterText;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews.Trigger;
import org.petitiondesk.kernel.Group;

/**
 * The review of how a case was handled (四不放过审查).
 *
 * @param unit that handled the case
 * @param desk who names the panel, {@code role@unit}; outside the unit and its line
 * @param reason in the words of whoever opened it
 * @param rule the words of the row of {@code accountability_trigger}; empty when a leader opened it
 * @param notice as the unit got it
 * @param run under which id its process runs
 */
public record Review(ReviewId id, CaseId caseId, String unit, String desk, Trigger trigger, String reason, String rule,
    String openedBy, Instant openedAt, LetterText notice, ReviewState state, String run) {

  public String number() {
    return notice.number();
  }

  public boolean isOpen() {
    return state != ReviewState.SIGNED;
  }

  /** The unit whose leaders name the panel. */
  public String office() {
    return Group.of(desk).unit();
  }
}
