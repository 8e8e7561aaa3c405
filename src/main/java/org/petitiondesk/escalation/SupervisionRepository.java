package org.petitiondesk.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.documents.LetterText;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Supervisions at rest. */
@Repository
class SupervisionRepository {

  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final JdbcClient jdbc;
  private final Clock clock;

  SupervisionRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** False when one of this kind is open for the unit and the case. */
  boolean insert(Supervision opened) {
    return jdbc.sql("""
        insert into supervision (id, case_id, number, kind, unit_id, desk, office_id, opened_by, opened_at, demand,
            reason, answer_on, notice, level, state, rank_on, open_key)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict do nothing""")
        .params(opened.id().value(), opened.caseId().value(), opened.number(), opened.kind().name(), opened.unit(),
            opened.desk(), opened.office(), opened.openedBy(), Timestamp.from(opened.openedAt()), opened.demand(),
            opened.reason(), opened.answerOn(), opened.notice().title() + "\n" + opened.notice().body(),
            opened.level(), opened.state().name(), opened.answerOn(),
            opened.caseId() + " " + opened.kind() + " " + opened.unit())
        .update() == 1;
  }

  void runs(SupervisionId id, String run) {
    jdbc.sql("update supervision set run = ? where id = ?").params(run, id.value()).update();
  }

  Supervision get(SupervisionId id) {
    return jdbc.sql("select * from supervision where id = ?").param(id.value()).query(SupervisionRepository::read)
        .optional().orElseThrow(() -> new NotFound("escalation.not-found.supervision"));
  }

  /** The row stays as it is until the transaction ends: two people at one supervision come one after the other. */
  Supervision lock(SupervisionId id) {
    return jdbc.sql("select * from supervision where id = ? for update").param(id.value())
        .query(SupervisionRepository::read).optional()
        .orElseThrow(() -> new NotFound("escalation.not-found.supervision"));
  }

  /** The latest first. */
  List<Supervision> of(CaseId caseId) {
    return jdbc.sql("select * from supervision where case_id = ? order by opened_at desc, id desc")
        .param(caseId.value()).query(SupervisionRepository::read).list();
  }

  Optional<Supervision> open(CaseId caseId, String unit) {
    return jdbc.sql("""
        select * from supervision where case_id = ? and unit_id = ? and state <> 'CLOSED' order by opened_at, id
          fetch first 1 rows only""")
        .params(caseId.value(), unit).query(SupervisionRepository::read).optional();
  }

  long openOf(String unit) {
    return jdbc.sql("select count(*) from supervision where state <> 'CLOSED' and (unit_id = ? or office_id = ?)")
        .params(unit, unit).query(Long.class).single();
  }

  void acknowledge(SupervisionId id, String by) {
    jdbc.sql("update supervision set acknowledged_by = ?, acknowledged_at = ? where id = ?")
        .params(by, Timestamp.from(now()), id.value()).update();
  }

  void move(SupervisionId id, SupervisionState state) {
    jdbc.sql("update supervision set state = ? where id = ?").params(state.name(), id.value()).update();
  }

  void waitAgain(SupervisionId id, LocalDate answerOn) {
    jdbc.sql("update supervision set state = 'WAITING', answer_on = ?, rank_on = ? where id = ?")
        .params(answerOn, answerOn, id.value()).update();
  }

  void raise(SupervisionId id) {
    jdbc.sql("update supervision set level = level + 1 where id = ?").param(id.value()).update();
  }

  void close(SupervisionId id, SupervisionResult result, String words, String by) {
    var now = now();
    jdbc.sql("""
        update supervision set state = 'CLOSED', result = ?, result_words = ?, closed_by = ?, closed_at = ?,
            rank_on = ?, open_key = null
          where id = ?""")
        .params(result.name(), words, by, Timestamp.from(now),
            LAST.minusDays(Dates.local(now).toLocalDate().toEpochDay()), id.value())
        .update();
  }

  int add(SupervisionId id, SupervisionStep.Kind kind, String unit, String by, String words,
      Optional<LocalDate> answerOn) {
    var number = jdbc.sql("select count(*) + 1 from supervision_step where supervision_id = ?").param(id.value())
        .query(Integer.class).single();
    jdbc.sql("""
        insert into supervision_step (supervision_id, number, kind, unit_id, done_by, done_at, words, answer_on)
          values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), number, kind.name(), unit, by, Timestamp.from(now()), words, answerOn.orElse(null))
        .update();
    return number;
  }

  void attach(SupervisionId id, int step, DocumentId document) {
    jdbc.sql("insert into supervision_file (supervision_id, number, document_id) values (?, ?, ?)")
        .params(id.value(), step, document.value()).update();
  }

  /** The first one first. */
  List<SupervisionStep> steps(SupervisionId id) {
    var files = jdbc.sql("select number, document_id from supervision_file where supervision_id = ?")
        .param(id.value()).query((rs, row) -> new File(rs.getInt("number"),
            new DocumentId(rs.getObject("document_id", UUID.class))))
        .list().stream().collect(Collectors.groupingBy(File::step, Collectors.mapping(File::document,
            Collectors.toList())));
    return jdbc.sql("select * from supervision_step where supervision_id = ? order by number").param(id.value())
        .query((rs, row) -> new SupervisionStep(rs.getInt("number"),
            SupervisionStep.Kind.valueOf(rs.getString("kind")), rs.getString("unit_id"), rs.getString("done_by"),
            rs.getTimestamp("done_at").toInstant(), rs.getString("words"),
            Optional.ofNullable(rs.getObject("answer_on", LocalDate.class)),
            files.getOrDefault(rs.getInt("number"), List.of())))
        .list();
  }

  static Supervision read(ResultSet rs, int row) throws SQLException {
    var notice = rs.getString("notice");
    var end = notice.indexOf('\n');
    return new Supervision(new SupervisionId(rs.getObject("id", UUID.class)),
        new CaseId(rs.getObject("case_id", UUID.class)), SupervisionKind.valueOf(rs.getString("kind")),
        rs.getString("unit_id"), rs.getString("desk"), rs.getString("opened_by"),
        rs.getTimestamp("opened_at").toInstant(), rs.getString("demand"), rs.getString("reason"),
        rs.getObject("answer_on", LocalDate.class), acknowledgement(rs), rs.getInt("level"),
        SupervisionState.valueOf(rs.getString("state")), closing(rs),
        new LetterText(notice.substring(0, end), rs.getString("number"), notice.substring(end + 1)),
        Optional.ofNullable(rs.getString("run")).orElse(""));
  }

  private static Optional<Supervision.Acknowledgement> acknowledgement(ResultSet rs) throws SQLException {
    var at = rs.getTimestamp("acknowledged_at");
    return at == null
        ? Optional.empty()
        : Optional.of(new Supervision.Acknowledgement(rs.getString("acknowledged_by"), at.toInstant()));
  }

  private static Optional<Supervision.Closing> closing(ResultSet rs) throws SQLException {
    var at = rs.getTimestamp("closed_at");
    return at == null
        ? Optional.empty()
        : Optional.of(new Supervision.Closing(SupervisionResult.valueOf(rs.getString("result")),
            rs.getString("result_words"), rs.getString("closed_by"), at.toInstant()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private record File(int step, DocumentId document) {}
}
