package org.petitiondesk.calendar;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** No pause is forgotten: what has passed its latest end goes on, from that day. */
@Component
class PauseEnds {

  private final Clocks clocks;

  PauseEnds(Clocks clocks) {
    this.clocks = clocks;
  }

  @Scheduled(cron = "0 5 0,6 * * *", zone = "Asia/Shanghai")
  void end() {
    clocks.pausedTooLong().forEach(clocks::endPauses);
  }
}
