package org.petitiondesk.petition;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A right that nobody used ends with its last day, and is not left running. */
@Component
class LapsedRights {

  private final ReconsiderationRights rights;

  LapsedRights(ReconsiderationRights rights) {
    this.rights = rights;
  }

  @Scheduled(cron = "0 10 0,6 * * *", zone = "Asia/Shanghai")
  void end() {
    rights.passed().forEach(rights::lapse);
  }
}
