package org.petitiondesk.designer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.designer.MigratedCase.State;
import org.petitiondesk.engine.Migrations;
import org.petitiondesk.engine.Obstacle;
import org.petitiondesk.engine.Obstacle.Reason;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseDates;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.RegisteredCases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off the cases of migrations, each in a transaction of its own under the lock of its case. What is still to do
 * stands in their rows: it goes on after a restart, and several nodes never move a case twice.
 */
@Component
class MigrationWork {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationWork.class);
  /** So often somebody may be working on a case just when its turn has come. */
  private static final int TRIES = 5;

  private final MigrationTable table;
  private final MigrationService service;
  private final Migrations engine;
  private final RegisteredCases cases;
  private final ObjectProvider<CaseDates> dates;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate each;

  MigrationWork(MigrationTable table, MigrationService service, Migrations engine, RegisteredCases cases,
      ObjectProvider<CaseDates> dates, AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
    this.table = table;
    this.service = service;
    this.engine = engine;
    this.cases = cases;
    this.dates = dates;
    this.audit = audit;
    this.clock = clock;
    each = new TransactionTemplate(transactions);
    each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What became of one case; {@code null} state: somebody else has seen to it. */
  private record Outcome(State state, List<Obstacle> obstacles) {}

  /** All that there is to do now. */
  void work() {
    for (var id : table.working()) {
      try {
        while (next(id)) {
          // Until it is paused, or done.
        }
      } catch (RuntimeException e) {
        // One that stumbles keeps no other one waiting; it is taken up again.
        LOG.error("Migration {} has stumbled", id, e);
      }
    }
  }

  /** One case; false when nothing is left to do now. */
  boolean next(MigrationId id) {
    var migration = table.get(id);
    if (!migration.state().works()) {
      return false;
    }
    var row = table.next(id);
    if (row.isEmpty()) {
      service.finished(id);
      return false;
    }
    look(migration, row.get());
    return true;
  }

  private void look(Migration migration, MigratedCase row) {
    try {
      var outcome = each.execute(status -> attempt(migration, row, status));
      if (outcome.state() != null && outcome.state() != State.MIGRATED) {
        settle(row, outcome.state(), outcome.obstacles());
      }
    } catch (Conflict busy) {
      if (row.tries() + 1 >= TRIES) {
        settle(row, State.FAILED, List.of(Obstacle.of(Reason.BUSY, "")));
      } else {
        each.executeWithoutResult(status -> table.busy(row));
      }
    } catch (RuntimeException e) {
      LOG.error("Case {} could not be moved by migration {}", row.caseId(), migration.id(), e);
      settle(row, State.FAILED, List.of(Obstacle.of(Reason.FAULT, "")));
    }
  }

  /** The case first, as everybody does who changes it; then the row, which another node may have seen to meanwhile. */
  private Outcome attempt(Migration migration, MigratedCase row, TransactionStatus status) {
    cases.lock(row.caseId());
    if (!table.lockOpen(row) || table.get(row.migration()).state() != migration.state()) {
      return new Outcome(null, List.of());
    }
    var map = migration.map(row.source());
    if (!engine.isRunning(map, row.run())) {
      return new Outcome(State.OVER, List.of());
    }
    var before = dates(row.caseId());
    var obstacles = new ArrayList<>(engine.migrate(map, row.run()));
    if (obstacles.isEmpty()) {
      obstacles.addAll(moved(before, dates(row.caseId())));
    }
    if (!obstacles.isEmpty() || migration.state() == MigrationState.TRYING) {
      status.setRollbackOnly();
      return new Outcome(obstacles.isEmpty() ? State.FIT : State.BLOCKED, obstacles);
    }
    table.settle(row, State.MIGRATED, List.of(), clock.instant());
    audit.append(row.caseId(), Actor.SYSTEM, "case.migrated", Map.of("process", migration.key(), "from", row.source(),
        "to", migration.target(), "migration", migration.id().toString(), "approvedBy",
        migration.approvedBy().orElseThrow()));
    return new Outcome(State.MIGRATED, List.of());
  }

  private void settle(MigratedCase row, State state, List<Obstacle> obstacles) {
    each.executeWithoutResult(status -> {
      if (table.lockOpen(row)) {
        table.settle(row, state, obstacles, clock.instant());
      }
    });
  }

  private Map<String, String> dates(CaseId id) {
    var all = new LinkedHashMap<String, String>();
    dates.orderedStream().forEach(keeper -> all.putAll(keeper.of(id)));
    return all;
  }

  private static List<Obstacle> moved(Map<String, String> before, Map<String, String> after) {
    var all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    return all.stream().filter(what -> !before.getOrDefault(what, "").equals(after.getOrDefault(what, "")))
        .map(what -> Obstacle.of(Reason.DATE, what)).toList();
  }
}
