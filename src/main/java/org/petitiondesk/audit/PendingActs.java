package org.petitiondesk.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The acts of one running transaction, bound to it: set aside while it is suspended, forgotten when it is rolled back. */
class PendingActs implements TransactionSynchronization {

  private static final Logger LOG = LoggerFactory.getLogger(PendingActs.class);

  // Sorted: two transactions that touch the same two chains lock them in the same order.
  private Map<UUID, List<Link.Act>> acts = new TreeMap<>();

  static PendingActs ofThisTransaction() {
    return current().orElseGet(() -> {
      var pending = new PendingActs();
      pending.resume();
      TransactionSynchronizationManager.registerSynchronization(pending);
      return pending;
    });
  }

  static Optional<PendingActs> current() {
    return Optional.ofNullable((PendingActs) TransactionSynchronizationManager.getResource(PendingActs.class));
  }

  void add(UUID chain, Link.Act act) {
    acts.computeIfAbsent(chain, any -> new ArrayList<>()).add(act);
  }

  Map<UUID, List<Link.Act>> take() {
    var taken = acts;
    acts = new TreeMap<>();
    return taken;
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(PendingActs.class);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(PendingActs.class, this);
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(PendingActs.class);
    if (status == STATUS_COMMITTED && !acts.isEmpty()) {
      LOG.error("{} acts were committed without their audit entries: chains {}", acts.size(), acts.keySet());
    }
  }
}
