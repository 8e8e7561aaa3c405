package org.petitiondesk.designer;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.petitiondesk.kernel.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes what was approved for a moment that has come. The moment stands in the row of the draft: it survives a
 * restart, and of several nodes the first one that locks the row publishes.
 */
@Component
@ConditionalOnWebApplication
class ScheduledPublishing {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledPublishing.class);

  private final DraftTable drafts;
  private final DraftService service;
  private final Clock clock;

  ScheduledPublishing(DraftTable drafts, DraftService service, Clock clock) {
    this.drafts = drafts;
    this.service = service;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 30, initialDelay = 30, timeUnit = TimeUnit.SECONDS)
  void publish() {
    for (var id : drafts.dueBy(clock.instant())) {
      try {
        publish(id);
      } catch (RuntimeException e) {
        // One that can not be published keeps no other one waiting; it is tried again.
        LOG.error("Draft {} could not be published at its time", id, e);
      }
    }
  }

  private void publish(DraftId id) {
    try {
      service.publishDue(id);
    } catch (Refused e) {
      // In a transaction of its own: that of the publication is undone.
      service.giveBackDue(id);
    }
  }
}
