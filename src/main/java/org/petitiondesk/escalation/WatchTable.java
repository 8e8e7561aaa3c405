package org.petitiondesk.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The watches of the open clocks, and what has gone off. */
@Repository
class WatchTable {

  private static final String COLUMNS = "select clock_id, case_id, run, waits_for, next_step, next_at from clock_watch ";

  private final JdbcClient jdbc;

  WatchTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Watch watch) {
    jdbc.sql(
        "insert into clock_watch (clock_id, case_id, run, waits_for, next_step, next_at) values (?, ?, ?, ?, ?, ?)")
        .params(watch.clock().value(), watch.caseId().value(), watch.run(), watch.waitsFor().name(),
            watch.step().orElse(null), watch.at().map(WatchTable::timestamp).orElse(null))
        .update();
  }

  void update(Watch watch) {
    jdbc.sql("update clock_watch set waits_for = ?, next_step = ?, next_at = ? where clock_id = ?")
        .params(watch.waitsFor().name(), watch.step().orElse(null), watch.at().map(WatchTable::timestamp).orElse(null),
            watch.clock().value())
        .update();
  }

  void delete(ClockId clock) {
    jdbc.sql("delete from clock_watch where clock_id = ?").param(clock.value()).update();
  }

  /** The row is the arbiter between an alarm and whoever changes its clock: the second waits for the first. */
  Optional<Watch> lock(ClockId clock) {
    return jdbc.sql(COLUMNS + "where clock_id = ? for update").param(clock.value()).query(WatchTable::watch).optional();
  }

  Optional<Watch> lockRun(String run) {
    return jdbc.sql(COLUMNS + "where run = ? for update").param(run).query(WatchTable::watch).optional();
  }

  Optional<Watch> find(ClockId clock) {
    return jdbc.sql(COLUMNS + "where clock_id = ?").param(clock.value()).query(WatchTable::watch).optional();
  }

  ClockAlarms.Fired fired(ClockState clock) {
    var steps = new HashSet<String>();
    var last = new Instant[1];
    jdbc.sql("select step, due_on, fired_at from clock_alarm where clock_id = ? order by fired_at")
        .param(clock.id().value()).query(rs -> {
          last[0] = rs.getTimestamp("fired_at").toInstant();
          var step = rs.getString("step");
          if (step.startsWith(AlarmStep.CHASE) || rs.getObject("due_on", LocalDate.class).equals(clock.due().on())) {
            steps.add(step);
          }
        });
    return new ClockAlarms.Fired(steps, Optional.ofNullable(last[0]));
  }

  static Timestamp timestamp(Instant at) {
    return Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS));
  }

  private static Watch watch(ResultSet rs, int row) throws SQLException {
    return new Watch(new ClockId(rs.getObject("clock_id", UUID.class)),
        new CaseId(rs.getObject("case_id", UUID.class)), rs.getString("run"),
        Watch.WaitsFor.valueOf(rs.getString("waits_for")), Optional.ofNullable(rs.getString("next_step")),
        Optional.ofNullable(rs.getTimestamp("next_at")).map(Timestamp::toInstant));
  }
}
