package org.petitiondesk.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Warnings at rest. */
@Repository
class WarningTable {

  private final JdbcClient jdbc;

  WarningTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the same thing has an open one. */
  boolean insert(Warning warning) {
    var subject = warning.subject();
    return jdbc.sql("""
        insert into early_warning (id, number_year, kind, unit_id, category, place, office_id, level, raised_on,
            raised_at, last_on, count_now, history, idle_days, receiver, receiver_unit, react_by, raised_levels, state,
            open_key)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'OPEN', ?)
          on conflict do nothing""")
        .params(warning.id().value(), warning.raisedOn().getYear(), subject.kind().name(), subject.unit(),
            subject.category(), subject.place(), warning.office(), warning.level(), warning.raisedOn(),
            timestamp(warning.raisedAt()), warning.lastOn(), warning.history().now(), warning.history().text(),
            warning.idleDays(), warning.receiver().toString(), warning.receiver().unit(),
            timestamp(warning.reactBy()), subject.key())
        .update() == 1;
  }

  void runs(WarningId id, String run) {
    jdbc.sql("update early_warning set run = ? where id = ?").params(run, id.value()).update();
  }

  /** The figures show it still. */
  void shown(WarningId id, LocalDate lastOn, History history, int idleDays) {
    jdbc.sql("update early_warning set last_on = ?, count_now = ?, history = ?, idle_days = ? where id = ?")
        .params(lastOn, history.now(), history.text(), idleDays, id.value()).update();
  }

  void level(WarningId id, Warning.LevelChange change) {
    jdbc.sql("update early_warning set level = ? where id = ?").params(change.level(), id.value()).update();
    jdbc.sql("""
        insert into early_warning_level (warning_id, number, level, count_now, reason, rule_id, set_by, set_at)
          values (?, (select count(*) + 1 from early_warning_level l where l.warning_id = ?), ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), id.value(), change.level(), change.count(), change.reason(), change.rule(), change.by(),
            timestamp(change.at()))
        .update();
  }

  void give(WarningId id, Warning.Given given) {
    jdbc.sql("update early_warning set receiver = ?, receiver_unit = ?, react_by = ? where id = ?")
        .params(given.receiver().toString(), given.receiver().unit(), timestamp(given.reactBy()), id.value()).update();
    jdbc.sql("""
        insert into early_warning_receiver (warning_id, number, receiver, react_by, given_at)
          values (?, (select count(*) + 1 from early_warning_receiver r where r.warning_id = ?), ?, ?, ?)""")
        .params(id.value(), id.value(), given.receiver().toString(), timestamp(given.reactBy()),
            timestamp(given.at()))
        .update();
  }

  void raisedOneLevel(WarningId id) {
    jdbc.sql("update early_warning set raised_levels = raised_levels + 1 where id = ?").param(id.value()).update();
  }

  void answer(WarningId id, Warning.Answer answer) {
    jdbc.sql("""
        update early_warning set state = 'ANSWERED', finding = ?, action = ?, action_words = ?, answered_by = ?,
            answered_at = ?, open_key = null
          where id = ?""")
        .params(answer.finding(), answer.action().name(), answer.words(), answer.by(), timestamp(answer.at()),
            id.value())
        .update();
  }

  void instruct(WarningId id, Warning.Instruction instruction) {
    jdbc.sql("update early_warning set instructed_unit = ?, carry_out_by = ? where id = ?")
        .params(instruction.unit(), instruction.until(), id.value()).update();
  }

  void carryOut(WarningId id, Warning.Report report) {
    jdbc.sql("update early_warning set carried_out_words = ?, carried_out_by = ?, carried_out_at = ? where id = ?")
        .params(report.words(), report.by(), timestamp(report.at()), id.value()).update();
  }

  void add(WarningId id, Collection<CaseId> cases, LocalDate day) {
    cases.forEach(caseId -> jdbc.sql("""
        insert into early_warning_case (warning_id, case_id, added_on) values (?, ?, ?) on conflict do nothing""")
        .params(id.value(), caseId.value(), day).update());
  }

  Warning get(WarningId id) {
    return jdbc.sql("select * from early_warning where id = ?").param(id.value()).query(WarningTable::read).optional()
        .orElseThrow(() -> new NotFound("report.not-found.warning"));
  }

  /** The row stays as it is until the transaction ends. */
  Warning lock(WarningId id) {
    return jdbc.sql("select * from early_warning where id = ? for update").param(id.value())
        .query(WarningTable::read).optional().orElseThrow(() -> new NotFound("report.not-found.warning"));
  }

  /** The row stays as it is until the transaction ends. */
  Optional<Warning> lockOpen(WarningSubject subject) {
    return jdbc.sql("select * from early_warning where open_key = ? for update").param(subject.key())
        .query(WarningTable::read).optional();
  }

  /** The last one of the same thing that was answered since then. */
  Optional<Warning> answeredSince(WarningSubject subject, Instant since) {
    return jdbc.sql("""
        select * from early_warning
          where kind = ? and unit_id = ? and category = ? and place = ? and answered_at >= ?
          order by answered_at desc fetch first 1 rows only""")
        .params(subject.kind().name(), subject.unit(), subject.category(), subject.place(), timestamp(since))
        .query(WarningTable::read).optional();
  }

  /** Those among the cases that stand behind another warning, open or answered since then. */
  List<CaseId> warnedOf(Collection<CaseId> cases, WarningSubject except, Instant since) {
    return cases.isEmpty()
        ? List.of()
        : jdbc.sql("""
            select distinct b.case_id from early_warning_case b join early_warning w on w.id = b.warning_id
              where b.case_id in (:cases) and w.kind in ('CLUSTER', 'RISE')
                and (w.state = 'OPEN' or w.answered_at >= :since)
                and not (w.kind = :kind and w.unit_id = :unit and w.category = :category and w.place = :place)""")
            .param("cases", cases.stream().map(CaseId::value).toList()).param("since", timestamp(since))
            .param("kind", except.kind().name()).param("unit", except.unit()).param("category", except.category())
            .param("place", except.place()).query((rs, row) -> new CaseId(rs.getObject("case_id", UUID.class))).list();
  }

  /** The first one first. */
  List<Warning.LevelChange> levels(WarningId id) {
    return jdbc.sql("select * from early_warning_level where warning_id = ? order by number").param(id.value())
        .query((rs, row) -> new Warning.LevelChange(rs.getString("level"), rs.getInt("count_now"),
            rs.getString("reason"), rs.getString("rule_id"), rs.getString("set_by"),
            rs.getTimestamp("set_at").toInstant()))
        .list();
  }

  /** The first one first. */
  List<Warning.Given> given(WarningId id) {
    return jdbc.sql("select * from early_warning_receiver where warning_id = ? order by number").param(id.value())
        .query((rs, row) -> new Warning.Given(Group.of(rs.getString("receiver")),
            rs.getTimestamp("react_by").toInstant(), rs.getTimestamp("given_at").toInstant()))
        .list();
  }

  static Warning read(ResultSet rs, int row) throws SQLException {
    var subject = new WarningSubject(WarningKind.valueOf(rs.getString("kind")), rs.getString("unit_id"),
        rs.getString("category"), rs.getString("place"));
    return new Warning(new WarningId(rs.getObject("id", UUID.class)),
        "YJ%d-%06d".formatted(rs.getInt("number_year"), rs.getLong("number")), subject, rs.getString("office_id"),
        rs.getString("level"), rs.getObject("raised_on", LocalDate.class), rs.getTimestamp("raised_at").toInstant(),
        rs.getObject("last_on", LocalDate.class), History.of(rs.getInt("count_now"), rs.getString("history")),
        rs.getInt("idle_days"), Group.of(rs.getString("receiver")), rs.getTimestamp("react_by").toInstant(),
        rs.getInt("raised_levels"), answer(rs), instruction(rs), Optional.ofNullable(rs.getString("run")).orElse(""));
  }

  private static Optional<Warning.Answer> answer(ResultSet rs) throws SQLException {
    var at = rs.getTimestamp("answered_at");
    return at == null
        ? Optional.empty()
        : Optional.of(new Warning.Answer(rs.getString("finding"), WarningAction.valueOf(rs.getString("action")),
            rs.getString("action_words"), rs.getString("answered_by"), at.toInstant()));
  }

  private static Optional<Warning.Instruction> instruction(ResultSet rs) throws SQLException {
    var unit = rs.getString("instructed_unit");
    if (unit == null) {
      return Optional.empty();
    }
    var at = rs.getTimestamp("carried_out_at");
    var report = at == null
        ? Optional.<Warning.Report>empty()
        : Optional.of(new Warning.Report(rs.getString("carried_out_words"), rs.getString("carried_out_by"),
            at.toInstant()));
    return Optional.of(new Warning.Instruction(unit, rs.getObject("carry_out_by", LocalDate.class), report));
  }

  static Timestamp timestamp(Instant at) {
    return Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS));
  }

}
