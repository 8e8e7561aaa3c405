package org.petitiondesk.escalation;

import java.time.Instant;
import java.util.Optional;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.kernel.CaseId;

/**
 * Where the run of a clock waits.
 *
 * @param run the engine's id of the run
 * @param step that comes next; empty while nothing does
 */
record Watch(ClockId clock, CaseId caseId, String run, WaitsFor waitsFor, Optional<String> step, Optional<Instant> at) {

  enum WaitsFor {
    /** The next alarm, or for the clock to go on. */
    ALARM,
    /** A leader. */
    DECISION,
    /** Nothing: it is being moved in this transaction, whatever its clock says meanwhile. */
    MOVE
  }

  Watch armed(WaitsFor waitsFor, Optional<NextAlarm> next) {
    return new Watch(clock, caseId, run, waitsFor, next.map(alarm -> alarm.step().id()), next.map(NextAlarm::at));
  }

  Watch moving() {
    return new Watch(clock, caseId, run, WaitsFor.MOVE, step, at);
  }

  /** As the model wants it. */
  static String text(Optional<NextAlarm> next) {
    return next.map(alarm -> alarm.at().toString()).orElse("");
  }
}
