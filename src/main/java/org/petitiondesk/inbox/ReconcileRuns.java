package org.petitiondesk.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The comparisons and their findings in the database. */
@Repository
class ReconcileRuns {

  private final JdbcClient jdbc;

  ReconcileRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when another node has begun this night's run. */
  Optional<UUID> begin(Optional<LocalDate> night, boolean repair, Actor by, Instant at) {
    var id = UUID.randomUUID();
    var begun = jdbc.sql("""
        insert into reconcile_run (id, night, repair, started_by, started_at, compared, found)
          values (?, ?, ?, ?, ?, 0, 0) on conflict do nothing""")
        .params(id, night.orElse(null), repair, by.id(), timestamp(at)).update();
    return begun == 1 ? Optional.of(id) : Optional.empty();
  }

  void add(UUID run, int position, Difference difference) {
    jdbc.sql("""
        insert into reconcile_difference (run_id, position, item_id, source, kind, case_id, here, engine)
          values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(run, position, difference.item(), difference.source().name(), difference.kind().name(),
            difference.caseId().value(), difference.here(), difference.engine())
        .update();
  }

  void finish(UUID run, Instant at, int compared, int found) {
    jdbc.sql("update reconcile_run set finished_at = ?, compared = ?, found = ? where id = ?")
        .params(timestamp(at), compared, found, run).update();
  }

  void stop(UUID run) {
    jdbc.sql("update reconcile_run set stopped = true where id = ?").param(run).update();
  }

  ReconcileRun get(UUID id) {
    return jdbc.sql("select * from reconcile_run where id = ?").param(id).query(ReconcileRuns::run).single();
  }

  List<ReconcileRun> last(int limit) {
    return jdbc.sql("select * from reconcile_run order by started_at desc, id limit ?").param(limit)
        .query(ReconcileRuns::run).list();
  }

  List<Difference> differences(UUID run) {
    return jdbc.sql("select * from reconcile_difference where run_id = ? order by position").param(run)
        .query((row, number) -> new Difference(row.getString("item_id"), ItemSource.valueOf(row.getString("source")),
            DifferenceKind.valueOf(row.getString("kind")), new CaseId(row.getObject("case_id", UUID.class)),
            row.getString("here"), row.getString("engine")))
        .list();
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS));
  }

  private static ReconcileRun run(ResultSet row, int number) throws SQLException {
    return new ReconcileRun(row.getObject("id", UUID.class), row.getBoolean("repair"), row.getString("started_by"),
        row.getTimestamp("started_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant), row.getInt("compared"),
        row.getInt("found"), row.getBoolean("stopped"));
  }
}
