package org.petitiondesk.escalation;

import org.petitiondesk.people.UnitWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A unit that is under supervision, or has somebody under it, can not be dissolved. */
@Component
@Order(3)
class OpenSupervisions implements UnitWork {

  private final SupervisionRepository supervisions;

  OpenSupervisions(SupervisionRepository supervisions) {
    this.supervisions = supervisions;
  }

  @Override
  public long openOf(String unit) {
    return supervisions.openOf(unit);
  }

  @Override
  public String sentence() {
    return "escalation.open-supervisions";
  }
}
