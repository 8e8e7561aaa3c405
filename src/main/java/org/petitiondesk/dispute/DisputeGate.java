package org.petitiondesk.dispute;

import java.util.Optional;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.FilingGate;
import org.springframework.stereotype.Component;

/** A dispute is not filed away while a danger has no measures yet, or the court no answer. */
@Component
class DisputeGate implements FilingGate {

  private final DisputeTable disputes;

  DisputeGate(DisputeTable disputes) {
    this.disputes = disputes;
  }

  @Override
  public Optional<Hold> holds(CaseId id) {
    return disputes.find(id).flatMap(dispute -> dispute.isInDanger()
        ? Optional.of("dispute.held.danger")
        : dispute.confirmation().filter(asked -> asked.result().isEmpty()).map(asked -> "dispute.held.court"))
        .map(sentence -> new Hold(sentence, "/disputes/" + id));
  }
}
