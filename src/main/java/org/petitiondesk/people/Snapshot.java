package org.petitiondesk.people;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is read on every page and changed a few times a year: kept in memory, read again after a change made here, and
 * soon after a change made by another node or an operator's command.
 */
class Snapshot<T> {

  private static final long LIFE = Duration.ofSeconds(10).toNanos();

  private final Supplier<T> load;
  private volatile Loaded<T> loaded;

  Snapshot(Supplier<T> load) {
    this.load = load;
  }

  T get() {
    var current = loaded;
    if (current == null || System.nanoTime() - current.at() > LIFE) {
      current = new Loaded<>(load.get(), System.nanoTime());
      loaded = current;
    }
    return current.value();
  }

  /** Forgets now, for the rest of this transaction, and when it ends, for what others read meanwhile. */
  void changed() {
    loaded = null;
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCompletion(int status) {
          loaded = null;
        }
      });
    }
  }

  private record Loaded<T>(T value, long at) {}
}
