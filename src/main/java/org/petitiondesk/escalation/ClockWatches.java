package org.petitiondesk.escalation;

import java.util.Optional;
import org.petitiondesk.calendar.ClockEntered;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps one run of {@link EscalationClockWatch} for each open clock, in the transaction that writes the clock's ledger. */
@Component
@Transactional
public class ClockWatches {

  private final WatchTable table;
  private final ClockAlarms alarms;
  private final LeaderDecisionTable decisions;
  private final CaseFiles cases;
  private final Processes processes;

  ClockWatches(WatchTable table, ClockAlarms alarms, LeaderDecisionTable decisions, CaseFiles cases,
      Processes processes) {
    this.table = table;
    this.alarms = alarms;
    this.decisions = decisions;
    this.cases = cases;
    this.processes = processes;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(ClockEntered entered) {
    var clock = entered.clock();
    switch (entered.entry().kind()) {
      case START -> begin(clock);
      case STOP -> end(clock.id());
      default -> table.lock(clock.id()).ifPresentOrElse(watch -> follow(watch, clock), () -> begin(clock));
    }
  }

  /** Whether something will wake up for an open clock, unless its ladder has no step now. */
  @Transactional(readOnly = true)
  public boolean isWatched(ClockState clock) {
    return table.find(clock.id()).filter(watch -> processes.isAlive(watch.run()))
        .filter(watch -> watch.at().isPresent()
            || alarms.next(clock, urgency(clock.caseId()), table.fired(clock)).isEmpty())
        .isPresent();
  }

  /** Watches an open clock that nobody watches; nothing happens when somebody does. */
  public void watch(ClockState clock) {
    var watch = table.lock(clock.id());
    if (clock.running() && !isWatched(clock)) {
      watch.ifPresent(lost -> {
        table.delete(clock.id());
        processes.end(lost.run(), "lost");
      });
      begin(clock);
    }
  }

  private void begin(ClockState clock) {
    var next = alarms.next(clock, urgency(clock.caseId()), table.fired(clock));
    var run = processes.start(EscalationClockWatch.KEY, clock.caseId(),
        EscalationClockWatch.ALARM_AT.with(Watch.text(next)));
    table.insert(new Watch(clock.id(), clock.caseId(), run, Watch.WaitsFor.ALARM, Optional.empty(), Optional.empty())
        .armed(Watch.WaitsFor.ALARM, next));
  }

  /** The run is woken only when its next alarm is another one, or at another moment. */
  private void follow(Watch watch, ClockState clock) {
    if (watch.waitsFor() == Watch.WaitsFor.MOVE) {
      return;
    }
    var next = alarms.next(clock, urgency(clock.caseId()), table.fired(clock));
    if (watch.waitsFor() == Watch.WaitsFor.DECISION) {
      if (!isMoot(clock)) {
        return;
      }
      decisions.end(clock.id(), LeaderDecision.Outcome.MOOT);
    }
    var armed = watch.armed(Watch.WaitsFor.ALARM, next);
    if (!armed.equals(watch)) {
      table.update(armed);
      processes.correlateRun(EscalationClockWatch.CLOCK_CHANGED, watch.run(),
          EscalationClockWatch.ALARM_AT.with(Watch.text(next)),
          Actor.SYSTEM);
    }
  }

  /** What was to be decided about is another date by now, or waits. */
  private boolean isMoot(ClockState clock) {
    return clock.paused()
        || decisions.open(clock.id()).filter(asked -> asked.dueOn().equals(clock.due().on())).isEmpty();
  }

  private void end(ClockId clock) {
    table.lock(clock).ifPresent(watch -> {
      if (watch.waitsFor() == Watch.WaitsFor.DECISION) {
        decisions.end(clock, LeaderDecision.Outcome.MOOT);
      }
      table.delete(clock);
      processes.correlateRun(EscalationClockWatch.CLOCK_STOPPED, watch.run(), Facts.none(), Actor.SYSTEM);
    });
  }

  /** A clock may run for something that is not on the register. */
  Urgency urgency(CaseId id) {
    try {
      return cases.get(id).urgency();
    } catch (NotFound notOnTheRegister) {
      return Urgency.NORMAL;
    }
  }
}
