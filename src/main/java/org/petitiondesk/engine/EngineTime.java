package org.petitiondesk.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.petitiondesk.kernel.MovableClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The engine under the desk's movable clock: its timers and jobs follow a past that is being made up, on the caller's
 * thread. Only where the clock can be moved at all.
 */
@Component
@Profile("demo")
public class EngineTime {

  private final MovableClock clock;
  private final ManagementService management;
  private final ProcessEngineConfigurationImpl configuration;

  EngineTime(MovableClock clock, ManagementService management, ProcessEngineConfigurationImpl configuration) {
    this.clock = clock;
    this.management = management;
    this.configuration = configuration;
  }

  /** Runs without the job executor, so that nobody else works on the jobs, and brings the engine back to real time. */
  public void byHand(Runnable work) {
    var executor = configuration.getJobExecutor();
    var running = executor.isActive();
    if (running) {
      executor.shutdown();
    }
    try {
      work.run();
    } finally {
      ClockUtil.reset();
      if (running) {
        executor.start();
      }
    }
  }

  /** Lets the time pass until then: what falls due on the way is executed at its moment, in order. */
  public void passUntil(Instant moment) {
    workOff();
    for (var due = dueBy(moment); !due.isEmpty(); due = dueBy(moment)) {
      var at = due.get(0).getDuedate().toInstant();
      if (at.isAfter(clock.instant())) {
        moveTo(at);
      }
      management.executeJob(due.get(0).getId());
    }
    moveTo(moment);
  }

  /** The desk's time and the engine's; what would have fallen due meanwhile stays undone. */
  public void moveTo(Instant moment) {
    clock.setTo(moment);
    ClockUtil.setCurrentTime(Date.from(moment));
  }

  private List<Job> dueBy(Instant moment) {
    return management.createJobQuery().withRetriesLeft().duedateLowerThan(Date.from(moment)).orderByJobDuedate().asc()
        .listPage(0, 1);
  }

  /** Executes every job that is due at the engine's time, those that follow included; a failing job fails the caller. */
  public void workOff() {
    List<Job> due;
    do {
      due = management.createJobQuery().executable().list();
      due.forEach(job -> management.executeJob(job.getId()));
    } while (!due.isEmpty());
  }
}
