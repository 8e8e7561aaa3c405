package org.petitiondesk.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests for a word in the database. */
@Repository
class WordRequests {

  private static final String SELECT = """
      select id, item_id, case_id, kind, asked_by, asked_of, question, asked_at, state, answer, answered_at
        from work_item_request
      """;

  private final JdbcClient jdbc;

  WordRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(WordRequest request) {
    jdbc.sql("""
        insert into work_item_request (id, item_id, case_id, kind, asked_by, asked_of, question, asked_at, state)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(request.id(), request.item(), request.caseId().value(), request.kind().name(), request.askedBy(),
            request.askedOf(), request.question(), timestamp(request.askedAt()), request.state().name())
        .update();
  }

  void move(String id, WordRequest.State state) {
    jdbc.sql("update work_item_request set state = ? where id = ?").params(state.name(), id).update();
  }

  void answer(String id, String words, Instant at) {
    jdbc.sql("update work_item_request set state = 'ANSWERED', answer = ?, answered_at = ? where id = ?")
        .params(words, timestamp(at), id).update();
  }

  Optional<WordRequest> find(String id) {
    return jdbc.sql(SELECT + " where id = ?").param(id).query(WordRequests::row).optional();
  }

  /** Those that still wait, in the order in which they were asked. */
  List<WordRequest> waiting(String item) {
    return jdbc.sql(SELECT + " where item_id = ? and state in ('PLANNED', 'OPEN') order by asked_at, id").param(item)
        .query(WordRequests::row).list();
  }

  /** What waits for the account's word, now or when an item is finished. */
  List<WordRequest> waitingFor(String account) {
    return jdbc.sql(SELECT + " where asked_of = ? and state in ('PLANNED', 'OPEN') order by item_id, id").param(account)
        .query(WordRequests::row).list();
  }

  List<WordRequest> waiting(CaseId caseId) {
    return jdbc.sql(SELECT + " where case_id = ? and state in ('PLANNED', 'OPEN') order by asked_at, id")
        .param(caseId.value()).query(WordRequests::row).list();
  }

  List<WordRequest> of(CaseId caseId) {
    return jdbc.sql(SELECT + " where case_id = ? and state <> 'DROPPED' order by asked_at, id").param(caseId.value())
        .query(WordRequests::row).list();
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS));
  }

  private static WordRequest row(ResultSet rs, int number) throws SQLException {
    return new WordRequest(rs.getString("id"), rs.getString("item_id"),
        new CaseId(rs.getObject("case_id", UUID.class)), WordRequest.Kind.valueOf(rs.getString("kind")),
        rs.getString("asked_by"), rs.getString("asked_of"), rs.getString("question"),
        rs.getTimestamp("asked_at").toInstant(), WordRequest.State.valueOf(rs.getString("state")),
        Optional.ofNullable(rs.getString("answer")),
        Optional.ofNullable(rs.getTimestamp("answered_at")).map(Timestamp::toInstant));
  }
}
