package org.petitiondesk.escalation;

import org.petitiondesk.kernel.Refused;

/** The reason that everybody gives who moves a date or leaves it. */
final class Reasons {

  private static final int LENGTH = 1000;

  private Reasons() {}

  static void require(String reason) {
    if (reason.isBlank()) {
      throw Refused.at("reason", "escalation.refused.no-reason");
    }
    if (reason.length() > LENGTH) {
      throw Refused.at("reason", "escalation.refused.long-reason", LENGTH);
    }
  }
}
