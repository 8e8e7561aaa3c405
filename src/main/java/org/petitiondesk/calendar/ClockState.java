package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;

/**
 * A clock as its ledger leaves it.
 *
 * @param kind key of the decision table of terms and of the messages {@code calendar.kind.<kind>}
 * @param unit in whose hands it is
 * @param handsSince the day on which that unit got it: its own clock
 * @param stoppedAt time of day, of a clock in hours
 * @param paused while paused the due date is open; {@link Due#on()} is then the earliest possible
 * @param pausedUntil the day after which a pause can not last; it counts no longer then, whoever forgets to end it
 * @param target the day that the house sets itself, before the due date
 * @param calendar version of the official days by which it was last counted
 */
public record ClockState(ClockId id, CaseId caseId, String kind, Term term, String unit, LocalDate handsSince,
    LocalDate startedOn, Optional<LocalDate> stoppedOn, Optional<LocalTime> stoppedAt, boolean paused,
    Optional<LocalDate> pausedUntil, Due due, Optional<LocalDate> target, int calendar) {

  /** The time in which a unit may object to an assignment (异议). */
  private static final String OBJECTION = "objection";
  /** The time for a mediation (人民调解). */
  private static final String MEDIATION = "mediation";

  public boolean running() {
    return stoppedOn.isEmpty();
  }

  /** A time in which the petitioner may do something; nobody of the house is reminded of it. */
  public boolean isPetitioners() {
    return unit.equals(Hands.PETITIONER);
  }

  /** A time in which somebody may do something and need not: its end is nobody's delay and sets off no alarm. */
  public boolean isRight() {
    return isPetitioners() || isUnitsRight();
  }

  /** A unit's right ends long before the case is due, and is not what the case waits for. */
  public boolean isUnitsRight() {
    return kind.equals(OBJECTION);
  }

  /** Longer only when both sides of a dispute agree; no leader grants it. */
  public boolean isExtendedByConsent() {
    return kind.equals(MEDIATION);
  }

  /** The clock ran out before it was stopped. Paused clocks do not run out. */
  public boolean late(LocalDateTime now) {
    return stoppedOn.map(on -> !on.atTime(stoppedAt.orElse(LocalTime.MIN)).isBefore(due.end()))
        .orElse(!paused && !now.isBefore(due.end()));
  }
}
