package org.petitiondesk.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.kernel.CaseId;

/**
 * A leader was asked to decide how it goes on with a clock.
 *
 * @param step of the ladder that asks
 * @param unit whose leaders are asked
 * @param until after that it goes one level up
 * @param item its open item
 * @param end how it ended; empty while it waits
 */
public record LeaderDecision(UUID id, ClockId clock, CaseId caseId, String step, LocalDate dueOn, String unit,
    Instant askedAt, Instant until, Optional<String> item, Optional<End> end) {

  /** @param measure present when somebody decided */
  public record End(Outcome outcome, Optional<Measure> measure, String reason, String by, Instant at) {}

  public enum Outcome {
    DECIDED,
    /** Not decided in time: the unit above was asked. */
    RAISED,
    /** The clock has moved, waits or has stopped: there was nothing left to decide. */
    MOOT
  }

  static LeaderDecision ask(ClockId clock, CaseId caseId, String step, LocalDate dueOn, String unit, Instant now,
      Instant until) {
    return new LeaderDecision(UUID.randomUUID(), clock, caseId, step, dueOn, unit, now, until, Optional.empty(),
        Optional.empty());
  }

  LeaderDecision until(Instant later) {
    return new LeaderDecision(id, clock, caseId, step, dueOn, unit, askedAt, later, item, end);
  }
}
