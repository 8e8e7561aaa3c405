package org.petitiondesk.inbox;

import java.util.HashMap;
import java.util.Map;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.DueDateChanged;
import org.petitiondesk.kernel.CaseId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the dates of open items in step with the clocks of their cases, in the transaction that moves a clock. */
@Component
class Standings {

  private final WorkItems items;
  private final Clocks clocks;

  Standings(WorkItems items, Clocks clocks) {
    this.items = items;
    this.clocks = clocks;
  }

  @EventListener
  void follow(DueDateChanged event) {
    var standing = Standing.of(event);
    items.stand(event.caseId(), standing);
    heard().put(event.caseId(), standing);
  }

  /** Asks the clocks only when none of them has spoken in this transaction. */
  Standing of(CaseId caseId) {
    var heard = heard().get(caseId);
    return heard == null ? Standing.of(clocks.of(caseId)) : heard;
  }

  /** What the clocks have said in this transaction. */
  @SuppressWarnings("unchecked")
  private Map<CaseId, Standing> heard() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return new HashMap<>();
    }
    var known = (Map<CaseId, Standing>) TransactionSynchronizationManager.getResource(this);
    if (known != null) {
      return known;
    }
    var fresh = new HashMap<CaseId, Standing>();
    TransactionSynchronizationManager.bindResource(this, fresh);
    TransactionSynchronizationManager.registerSynchronization(new Forgetting());
    return fresh;
  }

  /** An inner transaction knows nothing of what the outer one heard, and the thread is left as it was found. */
  private class Forgetting implements TransactionSynchronization {

    private Object aside;

    @Override
    public void suspend() {
      aside = TransactionSynchronizationManager.unbindResource(Standings.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Standings.this, aside);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Standings.this);
    }
  }
}
