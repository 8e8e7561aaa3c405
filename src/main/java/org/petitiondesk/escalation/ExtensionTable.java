package org.petitiondesk.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.calendar.TermUnit;
import org.petitiondesk.documents.LetterId;
import org.petitiondesk.escalation.Extension.State;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ExtensionTable {

  private static final String COLUMNS = """
      select id, clock_id, case_id, kind, length, unit, reason, asked_by, asked_at, run, state, answer, decided_by,
          decided_at, told_on, proof
        from clock_extension
      """;

  private final JdbcClient jdbc;

  ExtensionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A clock has one open request at most. */
  void insert(Extension asked) {
    try {
      jdbc.sql(
          """
              insert into clock_extension (id, clock_id, open_clock, case_id, kind, length, unit, reason, asked_by, asked_at,
                  run, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(asked.id(), asked.clock().value(), asked.state() == State.ASKED ? asked.clock().value() : null,
              asked.caseId().value(), asked.kind(), asked.length(), asked.unit().name(), asked.reason(),
              asked.askedBy(), WatchTable.timestamp(asked.askedAt()), asked.run(), asked.state().name())
          .update();
    } catch (DuplicateKeyException e) {
      throw new Conflict("escalation.conflict.asked-already");
    }
  }

  void runs(UUID id, String run) {
    jdbc.sql("update clock_extension set run = ? where id = ?").params(run, id).update();
  }

  /** Ends an open request; refuses when it has ended before. */
  void end(UUID id, State state, String by, Instant at, String words) {
    if (jdbc.sql("""
        update clock_extension set state = ?, open_clock = null, decided_by = ?, decided_at = ?, answer = ?
          where id = ? and state = 'ASKED'""")
        .params(state.name(), by, WatchTable.timestamp(at), words, id).update() == 0) {
      throw new Conflict("escalation.conflict.extension-ended");
    }
  }

  Optional<Extension> ofRun(String run) {
    return jdbc.sql(COLUMNS + "where run = ? and state = 'ASKED' for update").param(run)
        .query(ExtensionTable::extension)
        .optional();
  }

  /** Oldest first. */
  List<Extension> of(CaseId id) {
    return jdbc.sql(COLUMNS + "where case_id = ? order by asked_at, id").param(id.value())
        .query(ExtensionTable::extension).list();
  }

  /** The letter that tells the petitioner of the last extension of the case. */
  void letter(CaseId id, LetterId letter) {
    jdbc.sql("update clock_extension set letter_id = ? where case_id = ? and state = 'GRANTED' and letter_id is null")
        .params(letter.value(), id.value()).update();
  }

  void told(LetterId letter, LocalDate on, String proof) {
    jdbc.sql("update clock_extension set told_on = ?, proof = ? where letter_id = ?")
        .params(on, proof, letter.value()).update();
  }

  private static Extension extension(ResultSet rs, int row) throws SQLException {
    var decidedAt = Optional.ofNullable(rs.getTimestamp("decided_at")).map(Timestamp::toInstant);
    var by = rs.getString("decided_by");
    var words = rs.getString("answer");
    return new Extension(rs.getObject("id", UUID.class), new ClockId(rs.getObject("clock_id", UUID.class)),
        new CaseId(rs.getObject("case_id", UUID.class)), rs.getString("kind"), rs.getInt("length"),
        TermUnit.valueOf(rs.getString("unit")), rs.getString("reason"), rs.getString("asked_by"),
        rs.getTimestamp("asked_at").toInstant(), rs.getString("run"), State.valueOf(rs.getString("state")),
        decidedAt.map(at -> new Extension.Answer(by, at, words == null ? "" : words)),
        Optional.ofNullable(rs.getObject("told_on", LocalDate.class)), Optional.ofNullable(rs.getString("proof")));
  }
}
