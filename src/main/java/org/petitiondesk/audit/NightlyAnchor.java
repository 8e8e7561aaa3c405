package org.petitiondesk.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Seals the day that has ended. The root goes into the log: a second place, which the database can not rewrite. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableScheduling
class NightlyAnchor {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyAnchor.class);

  private final Anchors anchors;

  NightlyAnchor(Anchors anchors) {
    this.anchors = anchors;
  }

  @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Shanghai")
  void seal() {
    try {
      anchors.make().ifPresent(anchor -> LOG.info("Anchor {} of {} over {} chains: {}", anchor.number(), anchor.day(),
          anchor.chains(), anchor.root()));
    } catch (DuplicateKeyException e) {
      LOG.info("Another node has made tonight's anchor");
    }
  }
}
