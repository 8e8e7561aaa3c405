package org.petitiondesk.accountability;

import java.util.Optional;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.FilingGate;
import org.springframework.stereotype.Component;

/** A case is not filed away while something of it is still to be mended (整改不到位不归档). */
@Component
class RectificationGate implements FilingGate {

  private final RectificationRepository rectifications;

  RectificationGate(RectificationRepository rectifications) {
    this.rectifications = rectifications;
  }

  @Override
  public Optional<Hold> holds(CaseId id) {
    return rectifications.openOf(id).stream().findFirst()
        .map(open -> new Hold("accountability.hold.rectification", "/rectifications/" + open.id()));
  }
}
