package org.petitiondesk.dispute;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.documents.Letter;
import org.petitiondesk.kernel.CaseId;

/**
 * A dispute as one side may see it: nothing that the other one said in confidence, and none of the other one's letters.
 *
 * @param mediator by name; empty until there is one
 * @param records what is no secret, and what this side has said
 * @param agreement the one to be signed or in force
 * @param confirmUntil last day for the joint request to the court, while it runs
 */
public record FollowedDispute(CaseId id, Side side, String code, String title, String committee, DisputeState state,
    Optional<Dispute.Consent> consent, Optional<String> mediator, Optional<Dispute.Session> next,
    List<Dispute.HeardRecord> records, List<Dispute.Session> sessions, Optional<Dispute.Agreement> agreement,
    Optional<String> confirmUntil, List<Letter> letters) {

  public boolean mayConsent() {
    return state == DisputeState.ASKING_CONSENT && consent.isEmpty();
  }

  public boolean mayAnswer() {
    return next.filter(session -> session.answer(side).isEmpty()).isPresent();
  }

  public boolean maySign() {
    return state == DisputeState.SIGNING
        && agreement.filter(each -> each.signature(Dispute.Signer.of(side)).isEmpty()).isPresent();
  }

  public boolean maySay() {
    return state == DisputeState.PERFORMING;
  }

  public boolean mayEnd() {
    return state.isBeforeAgreement();
  }
}
