package org.petitiondesk.casefile;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands, as people see it, and where it may go from there. */
public enum CaseStatus {
  REGISTERED, AWAITING_SUPPLEMENT, ASSIGNED, HANDLING, REPLYING, DELIVERED,
  /** A higher body looks at the opinion once more (复查, 复核). */
  RECONSIDERATION, CLOSED;

  public boolean mayBecome(CaseStatus next) {
    return following().contains(next);
  }

  private Set<CaseStatus> following() {
    return switch (this) {
      case REGISTERED -> EnumSet.of(AWAITING_SUPPLEMENT, ASSIGNED, CLOSED);
      case AWAITING_SUPPLEMENT -> EnumSet.of(REGISTERED, ASSIGNED, HANDLING, CLOSED);
      // Back to registered when the unit objects, and on to another unit when the office assigns anew.
      case ASSIGNED -> EnumSet.of(REGISTERED, AWAITING_SUPPLEMENT, ASSIGNED, HANDLING, CLOSED);
      case HANDLING -> EnumSet.of(REGISTERED, AWAITING_SUPPLEMENT, ASSIGNED, REPLYING, CLOSED);
      case REPLYING -> EnumSet.of(HANDLING, DELIVERED, CLOSED);
      case DELIVERED -> EnumSet.of(HANDLING, REPLYING, RECONSIDERATION, CLOSED);
      // Handled anew when the higher body orders it; rated when there was no time for that before.
      case RECONSIDERATION -> EnumSet.of(HANDLING, DELIVERED, CLOSED);
      case CLOSED -> EnumSet.of(RECONSIDERATION);
    };
  }
}
