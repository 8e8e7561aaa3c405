package org.petitiondesk.report;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts the day that is over and looks for warnings every night, after the loose ends. */
@Component
@ConditionalOnWebApplication
class NightlyWarnings {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyWarnings.class);

  private final Warnings warnings;

  NightlyWarnings(Warnings warnings) {
    this.warnings = warnings;
  }

  @Scheduled(cron = "0 10 4 * * *", zone = "Asia/Shanghai")
  void look() {
    warnings.night().ifPresent(night -> LOG.info("Warnings: {} new, {} go on", night.raised(), night.joined()));
  }
}
