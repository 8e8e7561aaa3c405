package org.petitiondesk.designer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.petitiondesk.designer.MigratedCase.State;
import org.petitiondesk.engine.Migrations.Run;
import org.petitiondesk.engine.Obstacle;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Migrations at rest, with their cases. */
@Repository
class MigrationTable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;

  MigrationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the process has one that is not over. */
  boolean insert(Migration migration) {
    var inserted = jdbc.sql("""
        insert into migration (id, model_key, target_version, state, author, created_at, note, changed_by, changed_at,
            version, open_key)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict do nothing""")
        .params(migration.id().value(), migration.key(), migration.target(), migration.state().name(),
            migration.author(), timestamp(migration.createdAt()), migration.note(), migration.changedBy(),
            timestamp(migration.changedAt()), migration.version(), migration.key())
        .update() == 1;
    if (inserted) {
      migration.sources().keySet().forEach(source -> jdbc.sql("""
          insert into migration_source (migration_id, source_version) values (?, ?)""")
          .params(migration.id().value(), source).update());
    }
    return inserted;
  }

  void choose(MigrationId id, int source, Map<String, String> chosen) {
    jdbc.sql("delete from migration_step where migration_id = ? and source_version = ?").params(id.value(), source)
        .update();
    chosen.forEach((from, to) -> jdbc.sql("""
        insert into migration_step (migration_id, source_version, source_step, target_step) values (?, ?, ?, ?)""")
        .params(id.value(), source, from, to).update());
  }

  /** Ends every change: it is a new version of itself. */
  void change(MigrationId id, MigrationState state, String by, Instant at) {
    jdbc.sql("""
        update migration set state = ?, changed_by = ?, changed_at = ?, version = version + 1, open_key = case
            when ? then null else model_key end
          where id = ?""")
        .params(state.name(), by, timestamp(at), state.isOver(), id.value()).update();
  }

  void submit(MigrationId id, String note) {
    jdbc.sql("update migration set note = ?, return_reason = null where id = ?").params(note, id.value()).update();
  }

  void giveBack(MigrationId id, String reason) {
    jdbc.sql("update migration set return_reason = ? where id = ?").params(reason, id.value()).update();
  }

  void approve(MigrationId id, String by, Instant at) {
    jdbc.sql("update migration set approved_by = ?, approved_at = ? where id = ?")
        .params(by, timestamp(at), id.value()).update();
  }

  void finish(MigrationId id, Instant at) {
    jdbc.sql("update migration set finished_at = ? where id = ?").params(timestamp(at), id.value()).update();
  }

  Migration get(MigrationId id) {
    return one(id, "");
  }

  /** The row stays as it is until the transaction ends. */
  Migration lock(MigrationId id) {
    return one(id, " for update");
  }

  /** Those whose cases are being worked off. */
  List<MigrationId> working() {
    return jdbc.sql("select id from migration where state in ('TRYING', 'RUNNING') order by changed_at, id")
        .query((rs, row) -> new MigrationId(rs.getObject(1, UUID.class))).list();
  }

  /** Those of a process, the newest first. */
  List<Migration> of(String key) {
    return jdbc.sql("select id from migration where model_key = ? order by created_at desc, id").param(key)
        .query((rs, row) -> new MigrationId(rs.getObject(1, UUID.class))).list().stream().map(this::get).toList();
  }

  List<Migration> submitted() {
    return jdbc.sql("select id from migration where state = 'SUBMITTED' order by changed_at, id")
        .query((rs, row) -> new MigrationId(rs.getObject(1, UUID.class))).list().stream().map(this::get).toList();
  }

  // Its cases

  void forgetCases(MigrationId id) {
    jdbc.sql("delete from migration_case where migration_id = ?").param(id.value()).update();
  }

  void add(MigrationId id, int source, List<Run> runs) {
    runs.forEach(run -> jdbc.sql("""
        insert into migration_case (migration_id, run, case_id, source_version, state, obstacles, tries)
          values (?, ?, ?, ?, 'OPEN', '[]', 0)""")
        .params(id.value(), run.id(), run.caseId().value(), source).update());
  }

  /** Those that stayed behind are to be tried once more; how many. */
  int reopen(MigrationId id) {
    return jdbc.sql("""
        update migration_case set state = 'OPEN', obstacles = '[]', tries = 0, settled_at = null
          where migration_id = ? and state in ('BLOCKED', 'FAILED')""").param(id.value()).update();
  }

  /** The next one to look at; what others were working on comes last. */
  Optional<MigratedCase> next(MigrationId id) {
    return jdbc.sql("""
        select * from migration_case where migration_id = ? and state = 'OPEN' order by tries, run limit 1""")
        .param(id.value()).query(MigrationTable::row).optional();
  }

  /** Whether it still waits; its row stays as it is until the transaction ends. */
  boolean lockOpen(MigratedCase row) {
    return jdbc.sql("select state from migration_case where migration_id = ? and run = ? for update")
        .params(row.migration().value(), row.run()).query(String.class).optional()
        .filter(State.OPEN.name()::equals).isPresent();
  }

  void settle(MigratedCase row, State state, List<Obstacle> obstacles, Instant at) {
    jdbc.sql("""
        update migration_case set state = ?, obstacles = ?, settled_at = ? where migration_id = ? and run = ?""")
        .params(state.name(), written(obstacles), timestamp(at), row.migration().value(), row.run()).update();
  }

  void busy(MigratedCase row) {
    jdbc.sql("update migration_case set tries = tries + 1 where migration_id = ? and run = ?")
        .params(row.migration().value(), row.run()).update();
  }

  Map<State, Long> counts(MigrationId id) {
    var counts = new EnumMap<State, Long>(State.class);
    jdbc.sql("select state, count(*) as cases from migration_case where migration_id = ? group by state")
        .param(id.value()).query(rs -> {
          counts.put(State.valueOf(rs.getString("state")), rs.getLong("cases"));
        });
    return counts;
  }

  List<MigratedCase> cases(MigrationId id, Collection<State> states, int limit) {
    return jdbc.sql("""
        select * from migration_case where migration_id = :id and state in (:states)
          order by source_version, state, run limit :limit""")
        .param("id", id.value()).param("states", states.stream().map(State::name).toList()).param("limit", limit)
        .query(MigrationTable::row).list();
  }

  private Migration one(MigrationId id, String lock) {
    var sources = new TreeMap<Integer, Map<String, String>>();
    jdbc.sql("select source_version from migration_source where migration_id = ?").param(id.value())
        .query(Integer.class).list().forEach(source -> sources.put(source, new TreeMap<>()));
    jdbc.sql("select source_version, source_step, target_step from migration_step where migration_id = ?")
        .param(id.value()).query(rs -> {
          sources.get(rs.getInt("source_version")).put(rs.getString("source_step"), rs.getString("target_step"));
        });
    return jdbc.sql("select * from migration where id = ?" + lock).param(id.value())
        .query((rs, row) -> migration(rs, sources)).optional()
        .orElseThrow(() -> new NotFound("designer.not-found.migration"));
  }

  private static Migration migration(ResultSet rs, Map<Integer, Map<String, String>> sources) throws SQLException {
    return new Migration(new MigrationId(rs.getObject("id", UUID.class)), rs.getString("model_key"),
        rs.getInt("target_version"), sources, MigrationState.valueOf(rs.getString("state")), rs.getString("author"),
        rs.getTimestamp("created_at").toInstant(), rs.getString("note"),
        Optional.ofNullable(rs.getString("return_reason")), Optional.ofNullable(rs.getString("approved_by")),
        moment(rs, "approved_at"), moment(rs, "finished_at"), rs.getString("changed_by"),
        rs.getTimestamp("changed_at").toInstant(), rs.getInt("version"));
  }

  private static MigratedCase row(ResultSet rs, int row) throws SQLException {
    return new MigratedCase(new MigrationId(rs.getObject("migration_id", UUID.class)), rs.getString("run"),
        new CaseId(rs.getObject("case_id", UUID.class)), rs.getInt("source_version"),
        State.valueOf(rs.getString("state")), read(rs.getString("obstacles")), rs.getInt("tries"),
        moment(rs, "settled_at"));
  }

  private static String written(List<Obstacle> obstacles) {
    try {
      return JSON.writeValueAsString(obstacles);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Text is always JSON", e);
    }
  }

  private static List<Obstacle> read(String text) {
    try {
      return JSON.readValue(text, new TypeReference<>() {
      });
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Obstacles are not what was written", e);
    }
  }

  private static Optional<Instant> moment(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private static Timestamp timestamp(Instant moment) {
    return Timestamp.from(moment.truncatedTo(ChronoUnit.MILLIS));
  }
}
