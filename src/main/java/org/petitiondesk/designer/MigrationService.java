package org.petitiondesk.designer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.Migrations;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.Obstacle;
import org.petitiondesk.engine.PublishedModels;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of a migration: planned and tried by a designer, approved by somebody else, carried out by
 * {@link MigrationWork}. Every step names the version of the plan that the person saw.
 */
@Service
@Transactional
public class MigrationService {

  private static final int WORDS = 2000;

  private final MigrationTable table;
  private final Migrations engine;
  private final PublishedModels published;
  private final DraftRules rules;
  private final CaseSight sight;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  MigrationService(MigrationTable table, Migrations engine, PublishedModels published, DraftRules rules,
      CaseSight sight, Accounts accounts, AuditTrail audit, Clock clock) {
    this.table = table;
    this.engine = engine;
    this.published = published;
    this.rules = rules;
    this.sight = sight;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** How many runs each version of a process has, those without any left out. */
  @Transactional(readOnly = true)
  public Map<Integer, Long> running(String key, Actor actor) {
    rules.requireReader(actor);
    return engine.running(key);
  }

  /** Those of a process, the newest first. */
  @Transactional(readOnly = true)
  public List<Migration> of(String key, Actor actor) {
    rules.requireReader(actor);
    return table.of(key);
  }

  @Transactional(readOnly = true)
  public Migration get(MigrationId id, Actor actor) {
    rules.requireReader(actor);
    return table.get(id);
  }

  /** Where the steps of one of its versions go. */
  @Transactional(readOnly = true)
  public List<Migrations.Step> steps(Migration migration, int source) {
    return engine.steps(migration.map(source));
  }

  /** Which elements of the target a step could go to, id and name by step. */
  @Transactional(readOnly = true)
  public Map<String, Map<String, String>> candidates(Migration migration, int source) {
    return engine.candidates(migration.map(source));
  }

  /** What is wrong with the targets themselves. */
  @Transactional(readOnly = true)
  public List<Obstacle> check(Migration migration, int source) {
    return engine.check(migration.map(source));
  }

  @Transactional(readOnly = true)
  public Map<MigratedCase.State, Long> counts(MigrationId id) {
    return table.counts(id);
  }

  @Transactional(readOnly = true)
  public List<MigratedCase> cases(MigrationId id, Collection<MigratedCase.State> states, int limit) {
    return table.cases(id, states, limit);
  }

  /** By case; only of those that the reader may see. */
  @Transactional(readOnly = true)
  public Map<CaseId, String> codes(List<MigratedCase> rows, Actor reader) {
    return sight.codes(rows.stream().map(MigratedCase::caseId).toList(), reader);
  }

  public boolean mayPlan(Migration migration, Actor actor) {
    return migration.state().isOpen() && rules.draws(actor) && migration.author().equals(actor.id());
  }

  /** Never its author. */
  public boolean mayDecide(Migration migration, Actor actor) {
    return rules.reads(actor) && !migration.author().equals(actor.id());
  }

  /** How many wait for a decision that the actor may take. */
  @Transactional(readOnly = true)
  public int waitingFor(Actor actor) {
    return (int) table.submitted().stream().filter(migration -> mayDecide(migration, actor)).count();
  }

  /**
   * Plans to move the cases of these versions to the one in force.
   *
   * @throws Refused without a version that has running cases
   * @throws Conflict while the process has another migration that is not over
   */
  public MigrationId plan(String key, Collection<Integer> sources, Actor actor) {
    rules.requireDesigner(actor);
    var target = published.versionInForce(ModelKind.BPMN, key)
        .orElseThrow(() -> Refused.because("designer.refused.migration-process"));
    var running = engine.running(key).keySet();
    if (sources.isEmpty() || sources.contains(target) || !running.containsAll(sources)) {
      throw Refused.at("sources", "designer.refused.migration-sources");
    }
    var versions = new TreeMap<Integer, Map<String, String>>();
    sources.forEach(source -> versions.put(source, Map.of()));
    var now = now();
    var migration = new Migration(MigrationId.next(), key, target, versions, MigrationState.PLANNED, actor.id(), now,
        "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), actor.id(), now, 0);
    if (!table.insert(migration)) {
      throw new Conflict("designer.conflict.migration-open");
    }
    append(migration, actor, "migration.planned", Map.of("from", versions.keySet().toString()));
    return migration.id();
  }

  /** Says where the steps of one version go that the target does not have; what was tried before does not count any more. */
  public void choose(MigrationId id, int version, int source, Map<String, String> targets, Actor actor) {
    var migration = own(id, version, actor);
    var known = engine.candidates(migration.map(source));
    var chosen = new TreeMap<String, String>();
    targets.forEach((step, target) -> {
      if (!target.isEmpty()) {
        if (!known.getOrDefault(step, Map.of()).containsKey(target)) {
          throw Refused.because("designer.refused.migration-target", step);
        }
        chosen.put(step, target);
      }
    });
    table.choose(id, source, chosen);
    table.forgetCases(id);
    change(migration, MigrationState.PLANNED, actor);
    append(migration, actor, "migration.mapped", Map.of("from", source, "steps", chosen.toString()));
  }

  /** Tries every case and puts it back; {@link MigrationWork} goes on with it. */
  public void tryOut(MigrationId id, int version, Actor actor) {
    var migration = own(id, version, actor);
    requireSound(migration);
    collect(migration);
    change(migration, MigrationState.TRYING, actor);
    append(migration, actor, "migration.tried", Map.of());
  }

  public void submit(MigrationId id, int version, String note, Actor actor) {
    var migration = own(id, version, actor);
    if (migration.state() != MigrationState.TRIED) {
      throw Refused.because("designer.refused.migration-not-tried");
    }
    var words = words("note", note);
    table.submit(id, words);
    change(migration, MigrationState.SUBMITTED, actor);
    append(migration, actor, "migration.submitted", Map.of("note", words));
  }

  /** Back to its author, with a reason; by the author too. */
  public void giveBack(MigrationId id, int version, String reason, Actor actor) {
    rules.requireReader(actor);
    var migration = open(id, version, MigrationState.SUBMITTED);
    var words = words("reason", reason);
    table.giveBack(id, words);
    change(migration, MigrationState.TRIED, actor);
    append(migration, actor, "migration.returned", Map.of("reason", words));
  }

  /** Begins to move the cases that stand in those versions now. @throws Forbidden for its author */
  public void approve(MigrationId id, int version, Actor actor) {
    var migration = open(id, version, MigrationState.SUBMITTED);
    rules.requireReader(actor);
    if (!mayDecide(migration, actor)) {
      throw new Forbidden("designer.forbidden.own-migration");
    }
    if (published.versionInForce(ModelKind.BPMN, migration.key()).orElse(0) != migration.target()) {
      throw new Conflict("designer.conflict.migration-target");
    }
    requireSound(migration);
    collect(migration);
    table.approve(id, actor.id(), now());
    change(migration, MigrationState.RUNNING, actor);
    append(migration, actor, "migration.approved", Map.of());
  }

  /** The case in hand is finished; nothing more is begun. */
  public void pause(MigrationId id, int version, Actor actor) {
    rules.requireReader(actor);
    var migration = open(id, version, MigrationState.RUNNING);
    change(migration, MigrationState.PAUSED, actor);
    append(migration, actor, "migration.paused", Map.of());
  }

  public void goOn(MigrationId id, int version, Actor actor) {
    rules.requireReader(actor);
    var migration = open(id, version, MigrationState.PAUSED);
    change(migration, MigrationState.RUNNING, actor);
    append(migration, actor, "migration.continued", Map.of());
  }

  /** Once more what stayed behind, after what was in the way is gone. The approval still holds: nothing of the plan has changed. */
  public void again(MigrationId id, int version, Actor actor) {
    rules.requireReader(actor);
    var migration = open(id, version, MigrationState.DONE);
    if (published.versionInForce(ModelKind.BPMN, migration.key()).orElse(0) != migration.target()
        || table.of(migration.key()).stream().anyMatch(other -> !other.state().isOver())) {
      throw new Conflict("designer.conflict.migration-target");
    }
    if (table.reopen(id) == 0) {
      throw Refused.because("designer.refused.migration-nothing");
    }
    change(migration, MigrationState.RUNNING, actor);
    append(migration, actor, "migration.again", Map.of());
  }

  /** By its author or whoever may decide; cases that have been moved stay where they are. */
  public void discard(MigrationId id, int version, Actor actor) {
    rules.requireReader(actor);
    var migration = open(id, version, MigrationState.PLANNED, MigrationState.TRIED, MigrationState.SUBMITTED,
        MigrationState.PAUSED);
    change(migration, MigrationState.DISCARDED, actor);
    append(migration, actor, "migration.discarded", Map.of());
  }

  /** Nothing is left to look at. Called by {@link MigrationWork}; a second node finds it done. */
  void finished(MigrationId id) {
    var migration = table.lock(id);
    if (!migration.state().works() || table.next(id).isPresent()) {
      return;
    }
    var counts = new LinkedHashMap<String, Object>();
    table.counts(id).forEach((state, cases) -> counts.put(state.name(), cases));
    if (migration.state() == MigrationState.RUNNING) {
      table.finish(id, now());
      append(migration, Actor.SYSTEM, "migration.finished", counts);
    }
    table.change(id, migration.state() == MigrationState.RUNNING ? MigrationState.DONE : MigrationState.TRIED,
        Actor.SYSTEM.id(), now());
  }

  private void requireSound(Migration migration) {
    if (migration.sources().keySet().stream().anyMatch(source -> !engine.check(migration.map(source)).isEmpty())) {
      throw Refused.because("designer.refused.migration-unsound");
    }
  }

  private void collect(Migration migration) {
    table.forgetCases(migration.id());
    migration.sources().keySet()
        .forEach(source -> table.add(migration.id(), source, engine.runs(migration.key(), source)));
  }

  private Migration own(MigrationId id, int version, Actor actor) {
    rules.requireDesigner(actor);
    var migration = open(id, version, MigrationState.PLANNED, MigrationState.TRIED);
    if (!migration.author().equals(actor.id())) {
      throw new Forbidden("designer.forbidden.migration-author");
    }
    return migration;
  }

  private Migration open(MigrationId id, int version, MigrationState... states) {
    var migration = table.lock(id);
    if (migration.version() != version || !Set.of(states).contains(migration.state())) {
      throw new Conflict("designer.conflict.migration-stale", accounts.name(migration.changedBy()),
          Dates.local(migration.changedAt()));
    }
    return migration;
  }

  private void change(Migration migration, MigrationState state, Actor actor) {
    table.change(migration.id(), state, actor.id(), now());
  }

  private void append(Migration migration, Actor actor, String act, Map<String, ?> more) {
    var details = new LinkedHashMap<String, Object>();
    details.put("model", migration.key());
    details.put("to", migration.target());
    details.putAll(more);
    audit.append(migration.id().chain(), actor, act, details);
  }

  private static String words(String field, String text) {
    var words = text.strip();
    if (words.isEmpty() || words.length() > WORDS) {
      throw Refused.at(field, "designer.refused." + field, WORDS);
    }
    return words;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
