package org.petitiondesk.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LeaderDecisionTable {

  private static final String COLUMNS = """
      select id, clock_id, case_id, step, due_on, unit, asked_at, until_at, item, outcome, measure, reason, ended_name,
          ended_at
        from leader_decision
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  LeaderDecisionTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void insert(LeaderDecision asked) {
    jdbc.sql("""
        insert into leader_decision (id, clock_id, case_id, step, due_on, unit, asked_at, until_at)
          values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(asked.id(), asked.clock().value(), asked.caseId().value(), asked.step(), asked.dueOn(), asked.unit(),
            WatchTable.timestamp(asked.askedAt()), WatchTable.timestamp(asked.until()))
        .update();
  }

  /** The one that waits; a clock has one at most. */
  Optional<LeaderDecision> open(ClockId id) {
    return jdbc.sql(COLUMNS + "where clock_id = ? and outcome is null").param(id.value())
        .query(LeaderDecisionTable::decision).optional();
  }

  /** Oldest first. */
  List<LeaderDecision> of(CaseId id) {
    return jdbc.sql(COLUMNS + "where case_id = ? order by asked_at, id").param(id.value())
        .query(LeaderDecisionTable::decision).list();
  }

  /** Those that wait for the leaders of a unit, the longest waiting first. */
  List<LeaderDecision> waiting(String unit, int limit) {
    return jdbc.sql(COLUMNS + "where unit = ? and outcome is null order by asked_at, id limit ?").params(unit, limit)
        .query(LeaderDecisionTable::decision).list();
  }

  /** The item under which it waits from now on. */
  void waitsAt(ClockId id, String item) {
    jdbc.sql("update leader_decision set item = ? where clock_id = ? and outcome is null").params(item, id.value())
        .update();
  }

  void prolong(LeaderDecision asked) {
    jdbc.sql("update leader_decision set until_at = ? where id = ?")
        .params(WatchTable.timestamp(asked.until()), asked.id()).update();
  }

  /** Nobody decided. */
  void end(ClockId id, LeaderDecision.Outcome outcome) {
    end(id, outcome, null, "", Actor.SYSTEM);
  }

  void decided(ClockId id, Measure measure, String reason, Actor by) {
    end(id, LeaderDecision.Outcome.DECIDED, measure.name(), reason, by);
  }

  private void end(ClockId id, LeaderDecision.Outcome outcome, String measure, String reason, Actor by) {
    jdbc.sql("""
        update leader_decision
          set outcome = ?, measure = ?, reason = ?, ended_by = ?, ended_name = ?, ended_at = ?
          where clock_id = ? and outcome is null""")
        .params(outcome.name(), measure, reason, by.id(), by.name(), WatchTable.timestamp(clock.instant()), id.value())
        .update();
  }

  private static LeaderDecision decision(ResultSet rs, int row) throws SQLException {
    var outcome = rs.getString("outcome");
    var end = outcome == null
        ? Optional.<LeaderDecision.End>empty()
        : Optional.of(new LeaderDecision.End(LeaderDecision.Outcome.valueOf(outcome),
            Optional.ofNullable(rs.getString("measure")).map(Measure::valueOf), rs.getString("reason"),
            rs.getString("ended_name"), instant(rs, "ended_at")));
    return new LeaderDecision(rs.getObject("id", UUID.class), new ClockId(rs.getObject("clock_id", UUID.class)),
        new CaseId(rs.getObject("case_id", UUID.class)), rs.getString("step"), rs.getObject("due_on", LocalDate.class),
        rs.getString("unit"), instant(rs, "asked_at"), instant(rs, "until_at"),
        Optional.ofNullable(rs.getString("item")), end);
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getTimestamp(column).toInstant();
  }
}
