package org.petitiondesk.kernel;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is read on every page and changed a few times a year: kept in memory, read again after a change made here, and
 * soon after a change made by another node or an operator's command.
 */
public final class Snapshot<T> {

  private static final long LIFE = Duration.ofSeconds(10).toNanos();

  private final Supplier<T> load;
  private final LongSupplier nanos;
  private volatile Loaded<T> loaded;

  public Snapshot(Supplier<T> load) {
    this(load, System::nanoTime);
  }

  Snapshot(Supplier<T> load, LongSupplier nanos) {
    this.load = load;
    this.nanos = nanos;
  }

  public T get() {
    var current = loaded;
    if (current == null || nanos.getAsLong() - current.at() > LIFE) {
      current = new Loaded<>(load.get(), nanos.getAsLong());
      loaded = current;
    }
    return current.value();
  }

  /** Forgets now, for the rest of this transaction, and when it ends, for what others read meanwhile. */
  public void changed() {
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
