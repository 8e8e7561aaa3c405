package org.petitiondesk.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.kernel.CaseId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has gone off, and whom it reached. */
@Repository
class AlarmTable {

  private static final String ALARM = """
      select a.id, a.case_id, a.kind, a.step, a.due_on, a.action, a.unit, a.fired_at, n.id as notice_id,
          r.read_at, a.words
        from clock_alarm_receiver r
          join clock_alarm a on a.id = r.alarm_id
          left join written_notice n on n.alarm_id = a.id
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  AlarmTable(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** One row for each step and date of a clock: a second one is refused by the database. */
  void insert(UUID id, AlarmStep step, ClockState clock, String words, Instant at) {
    jdbc.sql("""
        insert into clock_alarm (id, clock_id, case_id, kind, step, due_on, action, unit, words, fired_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id, clock.id().value(), clock.caseId().value(), clock.kind(), step.id(), clock.due().on(),
            step.action().name(), clock.unit(), words, WatchTable.timestamp(at))
        .update();
  }

  void reach(UUID alarm, Collection<String> accounts, Instant at) {
    batches.batchUpdate("insert into clock_alarm_receiver (alarm_id, account, fired_at) values (?, ?, ?)",
        accounts.stream().map(account -> new Object[]{alarm, account, WatchTable.timestamp(at)}).toList());
  }

  /** Newest first. */
  List<ReceivedAlarm> received(String account, int limit) {
    return jdbc.sql(ALARM + "where r.account = ? order by r.fired_at desc, r.alarm_id desc limit ?")
        .params(account, limit).query(AlarmTable::alarm).list();
  }

  long unread(String account) {
    return jdbc.sql("select count(*) from clock_alarm_receiver where account = ? and read_at is null").param(account)
        .query(Long.class).single();
  }

  void read(String account, Instant at) {
    jdbc.sql("update clock_alarm_receiver set read_at = ? where account = ? and read_at is null")
        .params(WatchTable.timestamp(at), account).update();
  }

  private static ReceivedAlarm alarm(ResultSet rs, int row) throws SQLException {
    return new ReceivedAlarm(rs.getObject("id", UUID.class), new CaseId(rs.getObject("case_id", UUID.class)),
        rs.getString("kind"), rs.getString("step"), rs.getObject("due_on", LocalDate.class),
        AlarmAction.valueOf(rs.getString("action")), rs.getString("unit"), rs.getString("words"),
        rs.getTimestamp("fired_at").toInstant(),
        Optional.ofNullable(rs.getObject("notice_id", UUID.class)),
        Optional.ofNullable(rs.getTimestamp("read_at")).map(Timestamp::toInstant));
  }
}
