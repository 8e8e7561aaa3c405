package org.petitiondesk.inbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Compares the list with the engine every night; what it finds stands on the administrators' page. */
@Component
@ConditionalOnWebApplication
class NightlyReconcile {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyReconcile.class);

  private final Reconcile reconcile;

  NightlyReconcile(Reconcile reconcile) {
    this.reconcile = reconcile;
  }

  @Scheduled(cron = "0 10 3 * * *", zone = "Asia/Shanghai")
  void compare() {
    reconcile.night().ifPresent(
        run -> LOG.info("Work list and engine: {} compared, {} differences repaired", run.compared(), run.found()));
  }
}
