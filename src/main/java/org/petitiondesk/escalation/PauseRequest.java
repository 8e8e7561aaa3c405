package org.petitiondesk.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/**
 * A pause of the clocks of a case: who asked and why, who decided and when.
 *
 * @param reason row of the decision table {@code clock_pauses}
 * @param text why, in words
 * @param on the day from whose end the clocks stand still
 * @param run the engine's id of the run; empty for a pause that needed nobody's approval
 */
public record PauseRequest(UUID id, CaseId caseId, String reason, String text, LocalDate on, String askedBy,
    Instant askedAt, String run, State state, Optional<Answer> answer) {

  /** @param words the reason of a refusal */
  public record Answer(String by, Instant at, String words) {}

  public enum State {
    ASKED, GRANTED, REFUSED,
    /** Nobody decided before a clock ran out. */
    LAPSED,
    /** The matter was answered, or came into other hands, before anybody decided. */
    MOOT
  }
}
