package org.petitiondesk.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.calendar.TermUnit;
import org.petitiondesk.kernel.CaseId;

/**
 * More time for a case: who asked and why, who decided and when, and how the petitioner was told.
 *
 * @param kind of the clock
 * @param run the engine's id of the run; empty for one that a leader ordered
 * @param proof that the petitioner was told
 */
public record Extension(UUID id, ClockId clock, CaseId caseId, String kind, int length, TermUnit unit, String reason,
    String askedBy, Instant askedAt, String run, State state, Optional<Answer> answer, Optional<LocalDate> toldOn,
    Optional<String> proof) {

  /** @param words the reason of a refusal */
  public record Answer(String by, Instant at, String words) {}

  public enum State {
    ASKED, GRANTED, REFUSED,
    /** Nobody decided before the clock ran out. */
    LAPSED,
    /** The matter was answered, or came into other hands, before anybody decided. */
    MOOT
  }
}
