package org.petitiondesk.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.calendar.ClockTable.Row;
import org.petitiondesk.kernel.CaseId;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The open clocks that this transaction has already read: one act starts, stops and asks for several clocks of a case.
 * Whoever else changes them meanwhile is found by the guard of each update. Outside of a transaction it remembers
 * nothing.
 */
final class SeenClocks implements TransactionSynchronization {

  private final Map<CaseId, List<Row>> open = new HashMap<>();

  static SeenClocks inThisTransaction() {
    var bound = (SeenClocks) TransactionSynchronizationManager.getResource(SeenClocks.class);
    if (bound != null) {
      return bound;
    }
    var fresh = new SeenClocks();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      fresh.resume();
      TransactionSynchronizationManager.registerSynchronization(fresh);
    }
    return fresh;
  }

  Optional<List<Row>> of(CaseId caseId) {
    return Optional.ofNullable(open.get(caseId));
  }

  List<Row> remember(CaseId caseId, List<Row> rows) {
    var running = rows.stream().filter(row -> row.clock().running()).toList();
    open.put(caseId, running);
    return running;
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(SeenClocks.class);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(SeenClocks.class, this);
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(SeenClocks.class);
  }
}
