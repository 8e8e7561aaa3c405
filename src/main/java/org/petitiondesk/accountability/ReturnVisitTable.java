package org.petitiondesk.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Return visits at rest. */
@Repository
class ReturnVisitTable {

  private final JdbcClient jdbc;

  ReturnVisitTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ReturnVisit planned, Instant at) {
    jdbc.sql("""
        insert into return_visit (id, case_id, days, rule, due_on, planned_at, state) values (?, ?, ?, ?, ?, ?, ?)""")
        .params(planned.id().value(), planned.caseId().value(), planned.days(), planned.rule(), planned.dueOn(),
            Timestamp.from(at), planned.state().name())
        .update();
  }

  ReturnVisit get(ReturnVisitId id) {
    return find(id, "");
  }

  /** The row stays as it is until the transaction ends. */
  ReturnVisit lock(ReturnVisitId id) {
    return find(id, " for update");
  }

  /** The next one first. */
  List<ReturnVisit> of(CaseId caseId) {
    return jdbc.sql("select * from return_visit where case_id = ? order by due_on, id").param(caseId.value())
        .query(this::visit).list();
  }

  void due(ReturnVisitId id) {
    jdbc.sql("update return_visit set state = 'DUE' where id = ? and state = 'PLANNED'").param(id.value()).update();
  }

  void done(ReturnVisitId id, ReturnVisit.Result result) {
    jdbc.sql("""
        update return_visit set state = 'DONE', held = ?, way = ?, spoken_with = ?, words = ?, visited_on = ?,
            visited_by = ?, recorded_at = ?
          where id = ?""")
        .params(result.held(), result.way().name(), result.spokenWith(), result.words(), result.on(), result.by(),
            Timestamp.from(result.at()), id.value())
        .update();
    result.files().forEach(file -> jdbc.sql("insert into return_visit_file (visit_id, document_id) values (?, ?)")
        .params(id.value(), file.value()).update());
  }

  private ReturnVisit find(ReturnVisitId id, String lock) {
    return jdbc.sql("select * from return_visit where id = ?" + lock).param(id.value()).query(this::visit).optional()
        .orElseThrow(() -> new NotFound("accountability.visit.not-found"));
  }

  private ReturnVisit visit(ResultSet rs, int row) throws SQLException {
    var id = rs.getObject("id", UUID.class);
    var state = ReturnVisit.State.valueOf(rs.getString("state"));
    return new ReturnVisit(new ReturnVisitId(id), new CaseId(rs.getObject("case_id", UUID.class)), rs.getInt("days"),
        rs.getString("rule"), rs.getObject("due_on", LocalDate.class), state,
        state == ReturnVisit.State.DONE ? Optional.of(result(rs, id)) : Optional.empty());
  }

  private ReturnVisit.Result result(ResultSet rs, UUID id) throws SQLException {
    return new ReturnVisit.Result(rs.getBoolean("held"), ReturnVisit.Way.valueOf(rs.getString("way")),
        rs.getString("spoken_with"), rs.getString("words"), rs.getObject("visited_on", LocalDate.class),
        rs.getString("visited_by"), rs.getTimestamp("recorded_at").toInstant(),
        jdbc.sql("select document_id from return_visit_file where visit_id = ?").param(id).query(UUID.class).list()
            .stream().map(DocumentId::new).toList());
  }
}
