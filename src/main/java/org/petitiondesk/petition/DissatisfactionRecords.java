package org.petitiondesk.petition;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of dissatisfied petitioners: added and never changed. */
@Repository
class DissatisfactionRecords {

  private final JdbcClient jdbc;
  private final Clock clock;

  DissatisfactionRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The key lets one in for each answer. */
  void add(CaseId id, int answer, DissatisfactionSource source, String unit, Solved solved,
      Optional<Satisfaction> procedure,
      Optional<Satisfaction> attitude, String words, Actor by) {
    try {
      jdbc.sql("""
          insert into petition_dissatisfaction (case_id, answer_number, source, unit_id, solved, kept_procedure,
              attitude, words, raised_by, raised_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(id.value(), answer, source.name(), unit, solved.name(), procedure.map(Enum::name).orElse(null),
              attitude.map(Enum::name).orElse(null), words, by.id(), now())
          .update();
    } catch (DuplicateKeyException second) {
      throw new Conflict("petition.conflict.dissatisfaction-raised");
    }
  }

  /** The next call about what is open. */
  void add(Dissatisfaction open, CallBack call, Actor by) {
    try {
      jdbc.sql("""
          insert into petition_call_back (case_id, answer_number, call_number, solved, kept_procedure, attitude,
              decision, reason, decided_by, decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(call.id().value(), open.answer(), open.calls().size() + 1, call.solved().name(),
              call.procedure().name(), call.attitude().name(),
              call.decision().name(), call.reason(), by.id(), now())
          .update();
    } catch (DuplicateKeyException second) {
      throw new Conflict("petition.conflict.called-back");
    }
  }

  void addRedress(Dissatisfaction open, String text, Actor by) {
    jdbc.sql("""
        insert into petition_redress (case_id, answer_number, call_number, text, written_by, written_at)
          values (?, ?, ?, ?, ?, ?)""")
        .params(open.caseId().value(), open.answer(), open.calls().size(), text, by.id(), now()).update();
  }

  /** About the answers of a petition, the first one first. */
  List<Dissatisfaction> of(CaseId id) {
    return jdbc.sql("select * from petition_dissatisfaction where case_id = ? order by answer_number").param(id.value())
        .query((rs, row) -> new Dissatisfaction(id, rs.getInt("answer_number"),
            DissatisfactionSource.valueOf(rs.getString("source")),
            rs.getString("unit_id"), Solved.valueOf(rs.getString("solved")), grade(rs.getString("kept_procedure")),
            grade(rs.getString("attitude")), rs.getString("words"), rs.getTimestamp("raised_at").toInstant(),
            calls(id, rs.getInt("answer_number"))))
        .list();
  }

  /** The one that waits for a call or for the unit; there is one at a time. */
  Optional<Dissatisfaction> open(CaseId id) {
    return of(id).stream().filter(Dissatisfaction::isOpen).findFirst();
  }

  /** What was decided last. */
  Dissatisfaction.Call lastCall(CaseId id) {
    return of(id).stream().flatMap(one -> one.calls().stream())
        .max(Comparator.comparing(Dissatisfaction.Call::at).thenComparing(Dissatisfaction.Call::number)).orElseThrow();
  }

  private List<Dissatisfaction.Call> calls(CaseId id, int answer) {
    return jdbc.sql("""
        select c.*, r.text, r.written_by, r.written_at from petition_call_back c
            left join petition_redress r on r.case_id = c.case_id and r.answer_number = c.answer_number
              and r.call_number = c.call_number
          where c.case_id = ? and c.answer_number = ? order by c.call_number""").params(id.value(), answer)
        .query((rs, row) -> new Dissatisfaction.Call(rs.getInt("call_number"), Solved.valueOf(rs.getString("solved")),
            Satisfaction.valueOf(rs.getString("kept_procedure")), Satisfaction.valueOf(rs.getString("attitude")),
            CallBackDecision.valueOf(rs.getString("decision")), rs.getString("reason"), rs.getString("decided_by"),
            rs.getTimestamp("decided_at").toInstant(),
            rs.getString("written_by") == null
                ? Optional.empty()
                : Optional.of(new Dissatisfaction.Redress(rs.getString("text"), rs.getString("written_by"),
                    rs.getTimestamp("written_at").toInstant()))))
        .list();
  }

  private static Optional<Satisfaction> grade(String name) {
    return Optional.ofNullable(name).map(Satisfaction::valueOf);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
