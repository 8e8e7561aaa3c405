package org.petitiondesk.escalation;

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

/** Loose ends and the looks that found them in the database. */
@Repository
class LooseEndTable {

  private final JdbcClient jdbc;

  LooseEndTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when another node has begun this night's. */
  Optional<UUID> begin(Optional<LocalDate> night, Actor by, Instant at) {
    var id = UUID.randomUUID();
    var begun = jdbc.sql("""
        insert into loose_end_run (id, night, started_by, started_at, looked, found) values (?, ?, ?, ?, 0, 0)
          on conflict do nothing""").params(id, night.orElse(null), by.id(), timestamp(at)).update();
    return begun == 1 ? Optional.of(id) : Optional.empty();
  }

  void finish(UUID run, Instant at, int looked, int found) {
    jdbc.sql("update loose_end_run set finished_at = ?, looked = ?, found = ? where id = ?")
        .params(timestamp(at), looked, found, run).update();
  }

  Optional<LooseEndRun> last() {
    return jdbc.sql("select * from loose_end_run order by started_at desc, id limit 1").query(LooseEndTable::run)
        .optional();
  }

  LooseEndRun get(UUID run) {
    return jdbc.sql("select * from loose_end_run where id = ?").param(run).query(LooseEndTable::run).single();
  }

  /** Found again it keeps the day on which it was found first. */
  void found(UUID run, CaseId id, LooseEnd.Kind kind, String subject, Instant at) {
    var known = jdbc.sql("update loose_end set seen_in = ? where case_id = ? and kind = ? and subject = ?")
        .params(run, id.value(), kind.name(), subject).update();
    if (known == 0) {
      jdbc.sql("""
          insert into loose_end (id, case_id, kind, subject, found_at, seen_in) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing""")
          .params(UUID.randomUUID(), id.value(), kind.name(), subject, timestamp(at), run).update();
    }
  }

  /** What a whole look has not seen again has been mended. */
  void forgetUnseen(UUID run) {
    jdbc.sql("delete from loose_end where seen_in <> ?").param(run).update();
  }

  void forget(UUID id) {
    jdbc.sql("delete from loose_end where id = ?").param(id).update();
  }

  List<LooseEnd> all(int limit) {
    return jdbc.sql("select * from loose_end order by found_at, id limit ?").param(limit).query(LooseEndTable::end)
        .list();
  }

  Optional<LooseEnd> lock(UUID id) {
    return jdbc.sql("select * from loose_end where id = ? for update").param(id).query(LooseEndTable::end).optional();
  }

  boolean isUnreachableWithReason(CaseId id) {
    return jdbc.sql("select count(*) from unreachable_party where case_id = ?").param(id.value())
        .query(Integer.class).single() > 0;
  }

  void unreachable(CaseId id, String reason, Actor by, Instant at) {
    jdbc.sql("""
        insert into unreachable_party (case_id, reason, said_by, said_at) values (?, ?, ?, ?)
          on conflict do nothing""").params(id.value(), reason, by.id(), timestamp(at)).update();
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS));
  }

  private static LooseEnd end(ResultSet row, int number) throws SQLException {
    return new LooseEnd(row.getObject("id", UUID.class), new CaseId(row.getObject("case_id", UUID.class)),
        LooseEnd.Kind.valueOf(row.getString("kind")), row.getString("subject"),
        row.getTimestamp("found_at").toInstant());
  }

  private static LooseEndRun run(ResultSet row, int number) throws SQLException {
    return new LooseEndRun(row.getObject("id", UUID.class), row.getString("started_by"),
        row.getTimestamp("started_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant), row.getInt("looked"),
        row.getInt("found"));
  }
}
