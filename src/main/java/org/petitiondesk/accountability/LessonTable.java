package org.petitiondesk.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.casefile.SightRule;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Like;
import org.petitiondesk.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lessons at rest. */
@Repository
class LessonTable {

  private static final int MOST_PLACES = 10;
  private static final int MOST_FOUND = 50;

  private final JdbcClient jdbc;

  LessonTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Lesson lesson, Optional<ReviewId> review) {
    jdbc.sql("""
        insert into lesson (id, case_id, review_id, title, text, cause, question, unit_id, category, territory,
            written_by, written_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(lesson.id().value(), lesson.caseId().value(), review.map(ReviewId::value).orElse(null),
            lesson.title(), lesson.text(), lesson.cause(), lesson.question(), lesson.unit(),
            lesson.category().orElse(null), lesson.territory(), lesson.writtenBy(),
            Timestamp.from(lesson.writtenAt()))
        .update();
  }

  /** Units and places with most cases of the category since then, but for the one itself; reports do not count. */
  void proposePlaces(Lesson lesson, Instant since) {
    var found = jdbc.sql("""
        select c.lead_unit, c.territory, count(*) as cases from case_file c
          where c.category = ? and c.registered_at >= ? and c.demand_class <> 'REPORT' and c.lead_unit is not null
            and not (c.lead_unit = ? and c.territory = ?)
        group by c.lead_unit, c.territory
        order by count(*) desc, c.lead_unit, c.territory
        fetch first\s""" + MOST_PLACES + " rows only")
        .params(lesson.category().orElse(""), Timestamp.from(since), lesson.unit(), lesson.territory())
        .query((rs, row) -> new Lesson.Place(row + 1, rs.getString("lead_unit"), rs.getString("territory"),
            rs.getInt("cases"), Optional.empty()))
        .list();
    found.forEach(place -> jdbc.sql("""
        insert into lesson_place (lesson_id, number, unit_id, territory, cases) values (?, ?, ?, ?, ?)""")
        .params(lesson.id().value(), place.number(), place.unit(), place.territory(), place.cases()).update());
  }

  /** False when somebody has looked there already. */
  boolean checked(LessonId id, int place, Lesson.Check check) {
    return jdbc.sql("""
        update lesson_place set result = ?, words = ?, checked_by = ?, checked_at = ?
          where lesson_id = ? and number = ? and result is null""")
        .params(check.result().name(), check.words(), check.by(), Timestamp.from(check.at()), id.value(), place)
        .update() == 1;
  }

  /** False when the account is named already. */
  boolean name(LessonId id, String account, LocalDate dueOn, String by) {
    return jdbc.sql("""
        insert into lesson_reader (lesson_id, account, named_by, due_on) values (?, ?, ?, ?) on conflict do nothing""")
        .params(id.value(), account, by, dueOn).update() == 1;
  }

  void circulated(LessonId id, Instant at) {
    jdbc.sql("update lesson set circulated_at = ? where id = ? and circulated_at is null")
        .params(Timestamp.from(at), id.value()).update();
  }

  boolean read(LessonId id, String account, String answer, Instant at) {
    return jdbc.sql("""
        update lesson_reader set read_at = ?, answer = ? where lesson_id = ? and account = ? and read_at is null""")
        .params(Timestamp.from(at), answer, id.value(), account).update() == 1;
  }

  /** Takes the account off whatever it has not read, and says what that was. */
  List<LessonId> leave(String account) {
    return jdbc.sql("select lesson_id from lesson_reader where account = ? and read_at is null order by lesson_id")
        .param(account).query((rs, row) -> new LessonId(rs.getObject("lesson_id", UUID.class))).list().stream()
        .filter(id -> jdbc.sql("delete from lesson_reader where lesson_id = ? and account = ? and read_at is null")
            .params(id.value(), account).update() == 1)
        .toList();
  }

  /** Takes it back from whoever has not read it, and says from whom. */
  List<String> takeBack(LessonId id) {
    var unread = jdbc.sql("select account from lesson_reader where lesson_id = ? and read_at is null order by account")
        .param(id.value()).query(String.class).list();
    jdbc.sql("delete from lesson_reader where lesson_id = ? and read_at is null").param(id.value()).update();
    return unread;
  }

  Lesson get(LessonId id) {
    return find(id).orElseThrow(() -> new NotFound("accountability.lesson.not-found"));
  }

  Optional<Lesson> find(LessonId id) {
    return jdbc.sql("select * from lesson where id = ?").param(id.value()).query(this::lesson).optional();
  }

  /** The latest first. */
  List<Lesson> of(CaseId caseId) {
    return jdbc.sql("select * from lesson where case_id = ? order by written_at desc, id").param(caseId.value())
        .query(this::lesson).list();
  }

  /** Circulated ones, the latest first; those of reports only where the reader may see the report. */
  List<Lesson> circulated(Optional<String> text, Optional<String> category, SightRule rule) {
    var conditions = new ArrayList<>(List.of("l.circulated_at is not null",
        "c.demand_class <> 'REPORT' or " + rule.condition()));
    Map<String, Object> parameters = new HashMap<>(rule.parameters());
    text.ifPresent(words -> {
      conditions.add("lower(l.title) like :words escape '!' or lower(l.text) like :words escape '!'"
          + " or lower(l.cause) like :words escape '!'");
      parameters.put("words", Like.containing(words));
    });
    category.ifPresent(code -> {
      conditions.add("l.category = :category or l.category like :below escape '!'");
      parameters.put("category", code);
      parameters.put("below", Like.beginning(code + "."));
    });
    return jdbc.sql("select l.* from lesson l join case_file c on c.id = l.case_id where ("
        + String.join(") and (", conditions) + ") order by l.circulated_at desc, l.id fetch first " + MOST_FOUND
        + " rows only").params(parameters).query(this::lesson).list();
  }

  private Lesson lesson(ResultSet rs, int row) throws SQLException {
    var id = rs.getObject("id", UUID.class);
    return new Lesson(new LessonId(id), new CaseId(rs.getObject("case_id", UUID.class)), rs.getString("title"),
        rs.getString("text"), rs.getString("cause"), rs.getString("question"), rs.getString("unit_id"),
        Optional.ofNullable(rs.getString("category")), rs.getString("territory"), rs.getString("written_by"),
        rs.getTimestamp("written_at").toInstant(), instant(rs, "circulated_at"), places(id), readers(id));
  }

  private List<Lesson.Place> places(UUID id) {
    return jdbc.sql("select * from lesson_place where lesson_id = ? order by number").param(id)
        .query((rs, row) -> new Lesson.Place(rs.getInt("number"), rs.getString("unit_id"), rs.getString("territory"),
            rs.getInt("cases"), rs.getString("result") == null
                ? Optional.empty()
                : Optional.of(new Lesson.Check(Lesson.Result.valueOf(rs.getString("result")), rs.getString("words"),
                    rs.getString("checked_by"), rs.getTimestamp("checked_at").toInstant()))))
        .list();
  }

  private List<Lesson.Reader> readers(UUID id) {
    return jdbc.sql("select * from lesson_reader where lesson_id = ? order by account").param(id)
        .query((rs, row) -> new Lesson.Reader(rs.getString("account"), rs.getObject("due_on", LocalDate.class),
            instant(rs, "read_at"), Optional.ofNullable(rs.getString("answer")).orElse("")))
        .list();
  }

  private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
