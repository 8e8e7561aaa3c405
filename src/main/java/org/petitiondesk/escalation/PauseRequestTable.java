package org.petitiondesk.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.escalation.PauseRequest.State;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PauseRequestTable {

  private static final String COLUMNS = """
      select id, case_id, reason, text, paused_on, asked_by, asked_at, run, state, answer, decided_by, decided_at
        from pause_request
      """;

  private final JdbcClient jdbc;

  PauseRequestTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A case has one open request at most. */
  void insert(PauseRequest asked) {
    try {
      jdbc.sql("""
          insert into pause_request (id, case_id, open_case, reason, text, paused_on, asked_by, asked_at, run, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(asked.id(), asked.caseId().value(), asked.caseId().value(), asked.reason(), asked.text(),
              asked.on(), asked.askedBy(), WatchTable.timestamp(asked.askedAt()), asked.run(), asked.state().name())
          .update();
    } catch (DuplicateKeyException e) {
      throw new Conflict("escalation.conflict.pause-asked-already");
    }
  }

  void runs(UUID id, String run) {
    jdbc.sql("update pause_request set run = ? where id = ?").params(run, id).update();
  }

  /** Ends an open request; refuses when it has ended before. */
  void end(UUID id, State state, String by, Instant at, String words) {
    if (jdbc.sql("""
        update pause_request set state = ?, open_case = null, decided_by = ?, decided_at = ?, answer = ?
          where id = ? and state = 'ASKED'""")
        .params(state.name(), by, WatchTable.timestamp(at), words, id).update() == 0) {
      throw new Conflict("escalation.conflict.pause-ended");
    }
  }

  Optional<PauseRequest> ofRun(String run) {
    return jdbc.sql(COLUMNS + "where run = ? and state = 'ASKED' for update").param(run)
        .query(PauseRequestTable::request).optional();
  }

  /** Oldest first. */
  List<PauseRequest> of(CaseId id) {
    return jdbc.sql(COLUMNS + "where case_id = ? order by asked_at, id").param(id.value())
        .query(PauseRequestTable::request).list();
  }

  private static PauseRequest request(ResultSet rs, int row) throws SQLException {
    var by = rs.getString("decided_by");
    var words = rs.getString("answer");
    return new PauseRequest(rs.getObject("id", UUID.class), new CaseId(rs.getObject("case_id", UUID.class)),
        rs.getString("reason"), rs.getString("text"), rs.getObject("paused_on", LocalDate.class),
        rs.getString("asked_by"), rs.getTimestamp("asked_at").toInstant(), rs.getString("run"),
        State.valueOf(rs.getString("state")),
        Optional.ofNullable(rs.getTimestamp("decided_at")).map(Timestamp::toInstant)
            .map(at -> new PauseRequest.Answer(by, at, words == null ? "" : words)));
  }
}
