package org.petitiondesk.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.documents.LetterText;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rectifications at rest. */
@Repository
class RectificationRepository {

  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final JdbcClient jdbc;
  private final Clock clock;

  RectificationRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void insert(Rectification opened) {
    jdbc.sql("""
        insert into rectification (id, case_id, review_id, number, unit_id, desk, office_id, opened_by, opened_at,
            reason, notice, state, rank_on)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(opened.id().value(), opened.caseId().value(), opened.review().map(ReviewId::value).orElse(null),
            opened.number(),
            opened.unit(), opened.desk(), opened.office(), opened.openedBy(), Timestamp.from(opened.openedAt()),
            opened.reason(), opened.notice().title() + "\n" + opened.notice().body(), opened.state().name(),
            RectificationTimes.nextDay(opened).orElse(LAST))
        .update();
    opened.measures().forEach(measure -> jdbc.sql("""
        insert into rectification_measure (rectification_id, number, text, owner, proof, due_on, state)
          values (?, ?, ?, ?, ?, ?, ?)""")
        .params(opened.id().value(), measure.number(), measure.text(), measure.owner(), measure.proof(),
            measure.dueOn(), measure.state().name())
        .update());
  }

  Rectification get(RectificationId id) {
    return load(jdbc.sql("select * from rectification where id = ?").param(id.value())
        .query(RectificationRepository::row).list()).stream().findFirst()
        .orElseThrow(() -> new NotFound("accountability.rectification.not-found.rectification"));
  }

  /** The row stays as it is until the transaction ends: two people at one rectification come one after the other. */
  Rectification lock(RectificationId id) {
    jdbc.sql("select id from rectification where id = ? for update").param(id.value()).query(UUID.class).optional();
    return get(id);
  }

  /** The latest first. */
  List<Rectification> of(CaseId caseId) {
    return load(jdbc.sql("select * from rectification where case_id = ? order by opened_at desc, id desc")
        .param(caseId.value()).query(RectificationRepository::row).list());
  }

  List<Rectification> openOf(CaseId caseId) {
    return of(caseId).stream().filter(Rectification::isOpen).toList();
  }

  long openOf(String unit) {
    return jdbc.sql("select count(*) from rectification where state = 'OPEN' and (unit_id = ? or office_id = ?)")
        .params(unit, unit).query(Long.class).single();
  }

  /**
   * Those that were accepted since a moment, of other cases of that place and category and of that unit. Never of a report
   * against a person.
   */
  List<RectificationId> acceptedSince(Instant since, String territory, String category, String unit, CaseId except,
      Instant registered) {
    return jdbc
        .sql(
            """
                select r.id from rectification r join case_file c on c.id = r.case_id
                  where r.state = 'DONE' and r.ended_at >= ? and r.ended_at < ? and r.unit_id = ? and c.territory = ? and c.category = ?
                    and c.id <> ? and c.demand_class <> 'REPORT'
                order by r.ended_at desc, r.id""")
        .params(Timestamp.from(since), Timestamp.from(registered), unit, territory, category, except.value())
        .query((rs, row) -> new RectificationId(rs.getObject("id", UUID.class))).list();
  }

  /** Moves a measure on, and the rectification's place in the register with it. */
  void move(RectificationId id, int measure, Measure.State state, Optional<LocalDate> inspectOn) {
    jdbc.sql("update rectification_measure set state = ?, inspect_on = ? where rectification_id = ? and number = ?")
        .params(state.name(), inspectOn.orElse(null), id.value(), measure).update();
    rank(id);
  }

  void order(RectificationId id, int measure, String owner, LocalDate dueOn) {
    jdbc.sql("update rectification_measure set owner = ?, due_on = ? where rectification_id = ? and number = ?")
        .params(owner, dueOn, id.value(), measure).update();
    rank(id);
  }

  void done(RectificationId id) {
    jdbc.sql("update rectification set state = 'DONE', ended_at = ?, rank_on = ? where id = ?")
        .params(Timestamp.from(now()), endedRank(), id.value()).update();
  }

  /** What was accepted stays accepted. */
  void cancel(RectificationId id) {
    jdbc.sql("update rectification_measure set state = 'CANCELLED', inspect_on = null"
        + " where rectification_id = ? and state <> 'ACCEPTED'").param(id.value()).update();
    jdbc.sql("update rectification set state = 'CANCELLED', ended_at = ?, rank_on = ? where id = ?")
        .params(Timestamp.from(now()), endedRank(), id.value()).update();
  }

  /** False when it was not accepted, or failed before. */
  boolean failed(RectificationId id, String reason, String by) {
    return jdbc.sql("""
        update rectification set state = 'FAILED', failure = ?, failed_by = ?, failed_at = ?, rank_on = ?
          where id = ? and state = 'DONE'""")
        .params(reason, by, Timestamp.from(now()), endedRank(), id.value()).update() == 1;
  }

  int add(RectificationId id, int measure, RectificationStep.Kind kind, String unit, String by, String words,
      Optional<LocalDate> on) {
    var number = jdbc.sql("select count(*) + 1 from rectification_step where rectification_id = ? and measure = ?")
        .params(id.value(), measure).query(Integer.class).single();
    jdbc.sql("""
        insert into rectification_step (rectification_id, measure, number, kind, unit_id, done_by, done_at, words,
            on_day)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), measure, number, kind.name(), unit, by, Timestamp.from(now()), words, on.orElse(null))
        .update();
    return number;
  }

  void attach(RectificationId id, int measure, int step, DocumentId document, RectificationStep.Shows shows) {
    jdbc.sql("""
        insert into rectification_file (rectification_id, measure, number, document_id, shows)
          values (?, ?, ?, ?, ?)""")
        .params(id.value(), measure, step, document.value(), shows.name()).update();
  }

  /** What {@link #row} has read, with measures and steps: three queries, however many there are. */
  List<Rectification> load(List<Rectification> rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    var ids = rows.stream().map(row -> row.id().value()).toList();
    var steps = steps(ids);
    var measures = jdbc.sql("select * from rectification_measure where rectification_id in (:ids) order by number")
        .param("ids", ids).query((rs, row) -> measure(rs, steps)).list().stream()
        .collect(Collectors.groupingBy(Owned::rectification, Collectors.mapping(Owned::measure, Collectors.toList())));
    return rows.stream().map(row -> with(row, measures.getOrDefault(row.id().value(), List.of()))).toList();
  }

  static Rectification row(ResultSet rs, int row) throws SQLException {
    var notice = rs.getString("notice");
    var end = notice.indexOf('\n');
    var failedAt = rs.getTimestamp("failed_at");
    return new Rectification(new RectificationId(rs.getObject("id", UUID.class)),
        new CaseId(rs.getObject("case_id", UUID.class)),
        Optional.ofNullable(rs.getObject("review_id", UUID.class)).map(ReviewId::new),
        rs.getString("unit_id"), rs.getString("desk"), rs.getString("opened_by"),
        rs.getTimestamp("opened_at").toInstant(), rs.getString("reason"),
        new LetterText(notice.substring(0, end), rs.getString("number"), notice.substring(end + 1)),
        RectificationState.valueOf(rs.getString("state")),
        Optional.ofNullable(rs.getTimestamp("ended_at")).map(Timestamp::toInstant),
        failedAt == null
            ? Optional.empty()
            : Optional.of(new Rectification.Failure(rs.getString("failure"), rs.getString("failed_by"),
                failedAt.toInstant())),
        List.of());
  }

  private Map<Place, List<RectificationStep>> steps(Collection<UUID> ids) {
    var proofs = jdbc.sql("select * from rectification_file where rectification_id in (:ids) order by document_id")
        .param("ids", ids).query((rs, row) -> Map.entry(Place.of(rs, rs.getInt("number")),
            new RectificationStep.Proof(new DocumentId(rs.getObject("document_id", UUID.class)),
                RectificationStep.Shows.valueOf(rs.getString("shows")))))
        .list().stream().collect(grouped());
    return jdbc.sql("select * from rectification_step where rectification_id in (:ids) order by number")
        .param("ids", ids).query((rs, row) -> Map.entry(Place.of(rs, 0),
            new RectificationStep(rs.getInt("number"), RectificationStep.Kind.valueOf(rs.getString("kind")),
                rs.getString("unit_id"), rs.getString("done_by"), rs.getTimestamp("done_at").toInstant(),
                rs.getString("words"), Optional.ofNullable(rs.getObject("on_day", LocalDate.class)),
                proofs.getOrDefault(Place.of(rs, rs.getInt("number")), List.of()))))
        .list().stream().collect(grouped());
  }

  private static <T> Collector<Map.Entry<Place, T>, ?, Map<Place, List<T>>> grouped() {
    return Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()));
  }

  private static Owned measure(ResultSet rs, Map<Place, List<RectificationStep>> steps) throws SQLException {
    var rectification = rs.getObject("rectification_id", UUID.class);
    var number = rs.getInt("number");
    return new Owned(rectification, new Measure(number, rs.getString("text"), rs.getString("owner"),
        rs.getString("proof"), rs.getObject("due_on", LocalDate.class),
        Optional.ofNullable(rs.getObject("inspect_on", LocalDate.class)), Measure.State.valueOf(rs.getString("state")),
        steps.getOrDefault(new Place(rectification, number, 0), List.of())));
  }

  private static Rectification with(Rectification row, List<Measure> measures) {
    return new Rectification(row.id(), row.caseId(), row.review(), row.unit(), row.desk(), row.openedBy(),
        row.openedAt(), row.reason(), row.notice(), row.state(), row.endedAt(), row.failure(), measures);
  }

  private void rank(RectificationId id) {
    jdbc.sql("update rectification set rank_on = ? where id = ?")
        .params(RectificationTimes.nextDay(get(id)).orElse(LAST), id.value()).update();
  }

  private LocalDate endedRank() {
    return LAST.minusDays(Dates.local(now()).toLocalDate().toEpochDay());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private record Owned(UUID rectification, Measure measure) {}

  /** A measure, or one of its steps; 0 for the measure itself. */
  private record Place(UUID rectification, int measure, int step) {

    static Place of(ResultSet rs, int step) throws SQLException {
      return new Place(rs.getObject("rectification_id", UUID.class), rs.getInt("measure"), step);
    }
  }
}
