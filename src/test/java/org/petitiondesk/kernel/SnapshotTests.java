package org.petitiondesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class SnapshotTests {

  private final AtomicInteger database = new AtomicInteger(1);
  private final AtomicLong nanos = new AtomicLong();
  private final Snapshot<Integer> snapshot = new Snapshot<>(database::get, nanos::get);

  @Test
  void whatAnotherNodeHasChangedIsKnownAfterTenSeconds() {
    assertThat(snapshot.get()).isEqualTo(1);
    database.set(2);

    nanos.addAndGet(Duration.ofSeconds(10).toNanos());
    assertThat(snapshot.get()).isEqualTo(1);
    nanos.incrementAndGet();
    assertThat(snapshot.get()).isEqualTo(2);
  }

  @Test
  void whatWasChangedHereIsKnownAtOnceAndWhatWasReadMeanwhileIsForgottenAtTheEnd() {
    TransactionSynchronizationManager.initSynchronization();
    try {
      assertThat(snapshot.get()).isEqualTo(1);
      database.set(2);
      snapshot.changed();
      assertThat(snapshot.get()).isEqualTo(2);
      database.set(1);

      TransactionSynchronizationManager.getSynchronizations()
          .forEach(each -> each.afterCompletion(TransactionSynchronization.STATUS_ROLLED_BACK));
      assertThat(snapshot.get()).isEqualTo(1);
    } finally {
      TransactionSynchronizationManager.clearSynchronization();
    }
  }
}
