package org.petitiondesk.petition;

import java.util.List;
import java.util.function.Consumer;
import org.petitiondesk.calendar.ClockState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A right that nobody used ends with its last day, and is not left running. */
@Component
class LapsedRights {

  private static final Logger LOG = LoggerFactory.getLogger(LapsedRights.class);

  private final ReconsiderationRights rights;
  private final ObjectionClocks objections;

  LapsedRights(ReconsiderationRights rights, ObjectionClocks objections) {
    this.rights = rights;
    this.objections = objections;
  }

  @Scheduled(cron = "0 10 0,6 * * *", zone = "Asia/Shanghai")
  void end() {
    end(rights.passed(), rights::lapse);
    end(objections.passed(), objections::lapse);
  }

  private static void end(List<ClockState> passed, Consumer<ClockState> lapse) {
    passed.forEach(time -> {
      try {
        lapse.accept(time);
      } catch (RuntimeException failed) {
        LOG.warn("The time {} of case {} could not be ended; the next run tries again", time.kind(), time.caseId(),
            failed);
      }
    });
  }
}
