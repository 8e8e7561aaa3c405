package org.petitiondesk.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.FailedJob;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.OpenWork;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the work list with the engine's open tasks and incidents, both ways, and makes the list say what the engine
 * says. Pages are compared as they are read; whatever looks different is looked at once more under the lock of its row,
 * because people go on working meanwhile, and is repaired in that same transaction. Items of other sources are ours
 * alone and are left alone.
 */
@Component
public class Reconcile {

  private static final Logger LOG = LoggerFactory.getLogger(Reconcile.class);
  private static final int PAGE = 200;
  /** Of one run; beyond it they are counted. Somebody who has more of them does not read them one by one. */
  private static final int KEPT = 500;
  private static final int TEXT = 300;
  private static final Duration LONGEST = Duration.ofHours(1);

  private final OpenWork engine;
  private final WorkItems items;
  private final WorkItemDraft draft;
  private final Drafts drafts;
  private final Words words;
  private final ReconcileRuns runs;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate reading;
  private final TransactionTemplate writing;

  Reconcile(OpenWork engine, WorkItems items, WorkItemDraft draft, Drafts drafts, Words words, ReconcileRuns runs,
      AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
    this.engine = engine;
    this.items = items;
    this.draft = draft;
    this.drafts = drafts;
    this.words = words;
    this.runs = runs;
    this.audit = audit;
    this.clock = clock;
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    writing = new TransactionTemplate(transactions);
  }

  /** Compares now and returns when it is done. The caller has checked that the actor runs the installation. */
  public ReconcileRun run(boolean repair, Actor by) {
    return run(runs.begin(Optional.empty(), repair, by, clock.instant()).orElseThrow(), repair, by);
  }

  /** Begins to compare and does not wait for the end: a large list takes minutes. Needs ADMINISTRATOR. */
  public void begin(boolean repair, Actor by) {
    if (!by.has(Role.ADMINISTRATOR)) {
      throw new Forbidden("inbox.forbidden.operator");
    }
    if (runs.last(1).stream().anyMatch(this::isRunning)) {
      throw new Conflict("inbox.conflict.reconcile-runs");
    }
    var id = runs.begin(Optional.empty(), repair, by, clock.instant()).orElseThrow();
    var thread = new Thread(() -> run(id, repair, by), "reconcile");
    thread.setUncaughtExceptionHandler((stopped, cause) -> LOG.error("Comparison {} has stopped", id, cause));
    thread.setDaemon(true);
    thread.start();
  }

  /** Begun, neither finished nor stopped, and not so long ago that its node must have gone down. */
  public boolean isRunning(ReconcileRun run) {
    return !run.stopped() && run.finishedAt().isEmpty() && run.startedAt().isAfter(clock.instant().minus(LONGEST));
  }

  /** Compares and repairs, once a night on one node of however many; empty when another node has taken this night. */
  public Optional<ReconcileRun> night() {
    var tonight = Optional.of(Dates.today(clock));
    return runs.begin(tonight, true, Actor.SYSTEM, clock.instant()).map(run -> run(run, true, Actor.SYSTEM));
  }

  /** The latest first. */
  public List<ReconcileRun> last(int limit) {
    return runs.last(limit);
  }

  /** What a run has found, the first five hundred. */
  public List<Difference> differences(UUID run) {
    return runs.differences(run);
  }

  private ReconcileRun run(UUID id, boolean repair, Actor by) {
    var done = false;
    try {
      compare(id, repair, by);
      done = true;
    } finally {
      if (!done) {
        // The next one need not wait until this one is so old that nobody believes in it any more.
        writing.executeWithoutResult(status -> runs.stop(id));
      }
    }
    return runs.get(id);
  }

  private void compare(UUID id, boolean repair, Actor by) {
    var findings = new Findings(id, repair, by);
    compareTasks(findings);
    compareIncidents(findings);
    compareList(findings);
    writing.executeWithoutResult(status -> {
      runs.finish(id, clock.instant(), findings.compared, findings.found);
      audit.append(AuditTrail.HOUSE, by, "inbox.reconciled",
          Map.of("compared", findings.compared, "found", findings.found, "repair", repair));
    });
  }

  private void compareTasks(Findings findings) {
    var cursor = Optional.<String>empty();
    do {
      var page = engine.tasks(cursor, PAGE);
      findings.compared += page.rows().size();
      suspects(page.rows(), OpenTask::id, draft::of).forEach(id -> findings.settle(id, ItemSource.TASK));
      cursor = page.next();
    } while (cursor.isPresent());
  }

  private void compareIncidents(Findings findings) {
    var from = 0;
    for (var page = engine.failedJobs(from, PAGE); !page.isEmpty(); page = engine.failedJobs(from, PAGE)) {
      findings.compared += page.size();
      suspects(page, FailedJob::incidentId, this::draft).forEach(id -> findings.settle(id, ItemSource.INCIDENT));
      from += page.size();
    }
  }

  /** What the list has beyond that. */
  private void compareList(Findings findings) {
    var after = "";
    for (var page = items.openAfter(after, PAGE); !page.isEmpty(); page = items.openAfter(after, PAGE)) {
      findings.compared += page.size();
      var open = engine.open(page.stream().filter(item -> item.source() == ItemSource.TASK).map(WorkItem::id).toList());
      page.stream().filter(item -> item.source() == ItemSource.TASK && !open.contains(item.id())
          || item.source() == ItemSource.INCIDENT && engine.failedJob(item.id()).isEmpty())
          .forEach(item -> findings.settle(item.id(), item.source()));
      after = page.get(page.size() - 1).id();
    }
  }

  private <T> List<String> suspects(List<T> page, Function<T, String> id, Function<T, WorkItem> wanted) {
    return page.isEmpty() ? List.of() : reading.execute(status -> {
      var here = items.find(page.stream().map(id).toList()).stream()
          .collect(Collectors.toMap(WorkItem::id, Function.identity()));
      return page.stream().map(wanted)
          .filter(there -> !differences(Optional.ofNullable(here.get(there.id())), Optional.of(there)).isEmpty())
          .map(WorkItem::id).toList();
    });
  }

  private WorkItem draft(FailedJob job) {
    return draft.of(job, clock.instant());
  }

  /**
   * The row first, then the engine: whoever finishes the item at this moment has locked the row or waits for it, so that
   * both are seen from the same side of it.
   */
  private List<Difference> settle(String id, ItemSource source, boolean repair, Actor by) {
    return writing.execute(status -> {
      var locked = items.lock(id);
      var job = source == ItemSource.INCIDENT ? engine.failedJob(id) : Optional.<FailedJob>empty();
      var there = source == ItemSource.INCIDENT ? job.map(this::draft) : engine.task(id).map(draft::of);
      // Written between the two looks, it is there now.
      var here = locked.isPresent() ? locked : items.lock(id);
      var differences = differences(here, there);
      if (repair && !differences.isEmpty()) {
        repair(id, here, there, by);
        if (here.isEmpty()) {
          job.ifPresent(failed -> items.insertFailure(
              new FailedStep(there.orElseThrow(), failed.jobId(), IncidentKeeper.cut(failed.message()))));
        }
        differences.forEach(difference -> audit.append(difference.caseId(), by, "item.reconciled",
            Map.of("item", id, "difference", difference.kind().name(), "here", difference.here(), "engine",
                difference.engine())));
      }
      return differences;
    });
  }

  private void repair(String id, Optional<WorkItem> here, Optional<WorkItem> there, Actor by) {
    if (there.isEmpty()) {
      items.finish(id, ItemState.CANCELLED, WorkItem.Finish.of(by, clock.instant()));
      drafts.forget(id);
      words.gone(id, by);
    } else if (here.isEmpty()) {
      items.insert(there.get());
    } else {
      items.restore(there.get());
    }
  }

  private static List<Difference> differences(Optional<WorkItem> here, Optional<WorkItem> there) {
    if (there.isEmpty()) {
      return here.filter(WorkItem::isOpen).map(item -> List.of(of(item, DifferenceKind.SURPLUS, item.state(), "")))
          .orElse(List.of());
    }
    var wanted = there.get();
    if (here.isEmpty()) {
      return List.of(of(wanted, DifferenceKind.MISSING, "", wanted.kind()));
    }
    var found = here.get();
    if (!found.isOpen()) {
      return List.of(of(wanted, DifferenceKind.STATUS, found.state(), wanted.state()));
    }
    var differences = new ArrayList<Difference>();
    compare(differences, wanted, DifferenceKind.ASSIGNEE, found.assignee().orElse(""), wanted.assignee().orElse(""));
    compare(differences, wanted, DifferenceKind.GROUP, found.group(), wanted.group());
    compare(differences, wanted, DifferenceKind.DUE, words(found.standing()), words(wanted.standing()));
    compare(differences, wanted, DifferenceKind.CONFIDENTIAL, found.confidential(), wanted.confidential());
    return differences;
  }

  private static void compare(List<Difference> differences, WorkItem wanted, DifferenceKind kind, Object here,
      Object there) {
    if (!here.equals(there)) {
      differences.add(of(wanted, kind, here, there));
    }
  }

  private static Difference of(WorkItem item, DifferenceKind kind, Object here, Object there) {
    return new Difference(item.id(), item.source(), kind, item.caseId(), cut(here), cut(there));
  }

  private static String words(Standing standing) {
    return standing.waiting()
        ? "waiting"
        : standing.dueOn().map(LocalDate::toString).orElse("") + standing.kind().map(kind -> " " + kind).orElse("");
  }

  private static String cut(Object value) {
    var text = value.toString();
    return text.length() <= TEXT ? text : text.substring(0, TEXT);
  }

  /** What one run has seen so far. */
  private final class Findings {

    private final UUID run;
    private final boolean repair;
    private final Actor by;
    private int compared;
    private int found;

    Findings(UUID run, boolean repair, Actor by) {
      this.run = run;
      this.repair = repair;
      this.by = by;
    }

    void settle(String id, ItemSource source) {
      for (var difference : Reconcile.this.settle(id, source, repair, by)) {
        if (found < KEPT) {
          runs.add(run, found, difference);
        }
        found++;
      }
    }
  }
}
