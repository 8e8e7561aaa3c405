package org.petitiondesk.petition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A right that nobody used ends with its last day, and is not left running. */
@Component
class LapsedRights {

  private static final Logger LOG = LoggerFactory.getLogger(LapsedRights.class);

  private final ReconsiderationRights rights;

  LapsedRights(ReconsiderationRights rights) {
    this.rights = rights;
  }

  @Scheduled(cron = "0 10 0,6 * * *", zone = "Asia/Shanghai")
  void end() {
    rights.passed().forEach(time -> {
      try {
        rights.lapse(time);
      } catch (RuntimeException failed) {
        LOG.warn("The time to ask of case {} could not be ended; the next run tries again", time.caseId(), failed);
      }
    });
  }
}
