package org.petitiondesk.escalation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for loose ends every night, after the work list has been compared with the engine. */
@Component
@ConditionalOnWebApplication
class NightlyLooseEnds {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyLooseEnds.class);

  private final LooseEnds looseEnds;

  NightlyLooseEnds(LooseEnds looseEnds) {
    this.looseEnds = looseEnds;
  }

  @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
  void look() {
    looseEnds.night().ifPresent(run -> LOG.info("Loose ends: {} cases, {} found", run.looked(), run.found()));
  }
}
