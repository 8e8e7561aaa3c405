package org.petitiondesk.designer;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for migrations to work off, on every node that executes the engine's jobs. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class ScheduledMigrations {

  private final MigrationWork work;

  ScheduledMigrations(MigrationWork work) {
    this.work = work;
  }

  @Scheduled(fixedDelay = 3, initialDelay = 20, timeUnit = TimeUnit.SECONDS)
  void work() {
    work.work();
  }
}
