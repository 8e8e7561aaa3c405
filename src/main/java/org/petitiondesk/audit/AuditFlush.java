package org.petitiondesk.audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Writes the acts of a transaction immediately before its commit. A listener of the transaction manager and not a
 * synchronization: it runs after every synchronization of everybody else, those of the engine among them, which may
 * still add acts; and what it throws rolls the transaction back.
 */
@Component
class AuditFlush implements TransactionExecutionListener {

  private final Links links;

  AuditFlush(Links links) {
    this.links = links;
  }

  @Override
  public void beforeCommit(TransactionExecution transaction) {
    PendingActs.current().ifPresent(pending -> pending.take().forEach(links::add));
  }
}
