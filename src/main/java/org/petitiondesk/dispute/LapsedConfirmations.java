package org.petitiondesk.dispute;

import java.util.Map;
import java.util.Set;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.kernel.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The right to go to the court together ends with its last day, and is not left running when nobody used it. */
@Component
class LapsedConfirmations {

  private static final Logger LOG = LoggerFactory.getLogger(LapsedConfirmations.class);

  private final Clocks clocks;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;

  LapsedConfirmations(Clocks clocks, AuditTrail audit, TransactionTemplate transactions) {
    this.clocks = clocks;
    this.audit = audit;
    this.transactions = transactions;
  }

  @Scheduled(cron = "0 15 0,6 * * *", zone = "Asia/Shanghai")
  void end() {
    clocks.runOut(Set.of(DisputeTimes.CONFIRMATION)).forEach(time -> {
      try {
        transactions.executeWithoutResult(status -> lapse(time));
      } catch (RuntimeException failed) {
        LOG.warn("The time {} of case {} could not be ended; the next run tries again", time.kind(), time.caseId(),
            failed);
      }
    });
  }

  private void lapse(ClockState time) {
    clocks.stop(time.caseId(), time.kind(), time.due().on(), Actor.SYSTEM);
    audit.append(time.caseId(), Actor.SYSTEM, "dispute.confirmation-lapsed", Map.of());
  }
}
