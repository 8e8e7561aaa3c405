package org.petitiondesk.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/**
 * One question whether somebody has to keep away from a case, and what was decided. Both are rows that are added.
 *
 * @param account whom it is about
 * @param decision empty until it is decided
 */
public record Recusal(UUID id, CaseId caseId, String account, RecusalGround ground, String reason, String askedBy,
    Instant askedAt, Optional<Decision> decision) {

  /** @param barred whether the person is kept from the case from then on */
  public record Decision(boolean barred, String reason, String by, Instant at) {}

  /** How the question stands. */
  public enum State {
    OPEN, BARRED, REFUSED
  }

  public State state() {
    return decision.map(made -> made.barred() ? State.BARRED : State.REFUSED).orElse(State.OPEN);
  }

  public boolean isOpen() {
    return state() == State.OPEN;
  }
}
