package org.petitiondesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.petitiondesk.DeskTest;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class AuditTrailTests {

  private static final Actor WANG = new Actor("wang", "王“小\"二", "xfj", Set.of());

  @Autowired
  private AuditTrail trail;
  @Autowired
  private MovableClock clock;
  @Autowired
  private PlatformTransactionManager transactions;
  @Autowired
  private AuditVerification verification;
  @Autowired
  private JdbcClient jdbc;

  private final CaseId chain = CaseId.next();

  @Test
  void anActIsReadBackAsItWasDone() {
    var moment = Instant.parse("2026-03-01T02:03:04.567Z");
    clock.setTo(moment);

    inTransaction(() -> trail.append(chain, WANG, "case.registered",
        Map.of("on", LocalDate.of(2026, 3, 1), "points", List.of(1, 2), "reason", "一\u0000\n二\ud800😀")));

    assertThat(trail.of(chain)).singleElement().satisfies(entry -> {
      assertThat(entry.seq()).isEqualTo(1);
      assertThat(entry.at()).isBetween(moment, moment.plusSeconds(20));
      assertThat(entry.actorId()).isEqualTo("wang");
      assertThat(entry.actorName()).isEqualTo("王“小\"二");
      assertThat(entry.act()).isEqualTo("case.registered");
      assertThat(entry.details()).containsEntry("on", "2026-03-01").containsEntry("points", List.of(1, 2))
          .containsEntry("reason", "一\u0000\n二\ud800😀");
      assertThat(entry.hash()).matches("[0-9a-f]{64}");
    });
  }

  @Test
  void theEntriesOfOneTransactionAndOfTheNextFollowEachOther() {
    inTransaction(() -> {
      append("a");
      append("b");
    });
    inTransaction(() -> append("c"));

    assertThat(trail.of(chain)).extracting(AuditEntry::act).containsExactly("a", "b", "c");
    assertThat(trail.of(chain)).extracting(AuditEntry::seq).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aRolledBackTransactionLeavesNoEntry() {
    assertThatThrownBy(() -> inTransaction(() -> {
      append("a");
      throw new IllegalStateException("no");
    })).hasMessage("no");
    inTransaction(() -> append("b"));

    assertThat(trail.of(chain)).extracting(AuditEntry::act).containsExactly("b");
  }

  @Test
  void withoutATransactionThatWritesNothingIsAppended() {
    assertThatThrownBy(() -> append("a")).isInstanceOf(IllegalTransactionStateException.class);

    var reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    assertThatThrownBy(() -> reading.executeWithoutResult(status -> append("a")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void anActAddedWhileOthersPrepareTheCommitIsNotLost() {
    inTransaction(() -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void beforeCommit(boolean readOnly) {
        append("late");
      }

      @Override
      public void beforeCompletion() {
        append("last");
      }
    }));

    assertThat(trail.of(chain)).extracting(AuditEntry::act).containsExactly("late", "last");
  }

  @Test
  void anInnerTransactionOfItsOwnKeepsItsOwnEntries() {
    var inner = new TransactionTemplate(transactions);
    inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

    assertThatThrownBy(() -> inTransaction(() -> {
      append("outer");
      inner.executeWithoutResult(status -> append("inner"));
      throw new IllegalStateException("no");
    })).hasMessage("no");

    assertThat(trail.of(chain)).extracting(AuditEntry::act).containsExactly("inner");
  }

  @Test
  void anEntryThatCanNotBeWrittenRollsTheWholeTransactionBack() {
    var tooLong = "x".repeat(101);

    assertThatThrownBy(() -> inTransaction(() -> {
      append("a");
      append(tooLong);
    })).hasMessageContaining("audit_entry");

    assertThat(trail.of(chain)).isEmpty();
    inTransaction(() -> append("b"));
    assertThat(trail.of(chain)).extracting(AuditEntry::seq).containsExactly(1L);
  }

  @Test
  void aHeadThatAnotherNodeHasMovedIsFoundAgain() {
    inTransaction(() -> append("a"));
    var entry = trail.of(chain).get(0);
    // What the other node did: its entry stands behind ours, and the head with it.
    var theirs = Link.next(chain.value(), 2, new Link.Act(entry.at(), "li", "李", "b", "{}"), entry.hash());
    inTransaction(() -> {
      jdbc.sql("insert into audit_entry (chain, seq, at, actor_id, actor_name, act, details, previous, hash)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(theirs.chain(), theirs.seq(), Timestamp.from(theirs.at()), theirs.actorId(), theirs.actorName(),
              theirs.act(), theirs.details(), theirs.previous(), theirs.hash())
          .update();
      jdbc.sql("update audit_head set seq = 2, hash = ? where chain = ?").params(theirs.hash(), chain.value()).update();
    });

    inTransaction(() -> append("c"));

    assertThat(trail.of(chain)).extracting(AuditEntry::act).containsExactly("a", "b", "c");
    assertThat(verification.verify(chain).firstBroken()).isEmpty();
  }

  @Test
  void twentyTransactionsThatBeginAndExtendOneChainAtOnceLoseNothing() throws Exception {
    var threads = 4;
    var barrier = new CyclicBarrier(threads);
    var executor = Executors.newFixedThreadPool(threads);
    var other = CaseId.next();
    Callable<Void> work = () -> {
      for (var round = 0; round < 5; round++) {
        var act = "round" + round;
        barrier.await();
        inTransaction(() -> {
          // Each in another order: the chains are locked in one order all the same.
          trail.append(Thread.currentThread().getId() % 2 == 0 ? chain : other, WANG, act, Map.of());
          trail.append(Thread.currentThread().getId() % 2 == 0 ? other : chain, WANG, act, Map.of());
        });
      }
      return null;
    };
    try {
      for (var result : executor.invokeAll(List.of(work, work, work, work))) {
        result.get();
      }
    } finally {
      executor.shutdown();
    }

    var expected = new ArrayList<Long>();
    for (var seq = 1L; seq <= 20; seq++) {
      expected.add(seq);
    }
    assertThat(trail.of(chain)).extracting(AuditEntry::seq).isEqualTo(expected);
    assertThat(trail.of(other)).extracting(AuditEntry::seq).isEqualTo(expected);
  }

  private void append(String act) {
    trail.append(chain, WANG, act, Map.of());
  }

  private void inTransaction(Runnable work) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
  }
}
