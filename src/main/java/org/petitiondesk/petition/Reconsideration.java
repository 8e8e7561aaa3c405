package org.petitiondesk.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/**
 * A request to the next higher body (复查, 复核 request) and how far it has come.
 *
 * @param opinion the one that the petitioner does not agree with
 * @param level what is asked for
 * @param body id of the unit that decides
 * @param lateReason why a request after the time was let in all the same; empty when it came in time
 * @param wasClosed the case was closed when it was asked for
 * @param withdrawal why the petitioner has taken it back
 * @param result of the opinion that answers it, once that has arrived
 */
public record Reconsideration(UUID id, CaseId caseId, UUID opinion, OpinionKind level, String body, LocalDate askedOn,
    String reasons, String lateReason, boolean wasClosed, String recordedBy, Instant recordedAt,
    Optional<Approval> admission, Optional<String> withdrawal, Optional<ReviewResult> result) {

  public boolean isOpen() {
    return result.isEmpty() && withdrawal.isEmpty() && !isRefused();
  }

  public boolean isRefused() {
    return admission.filter(decision -> !decision.approved()).isPresent();
  }
}
