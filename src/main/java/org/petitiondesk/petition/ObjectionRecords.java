package org.petitiondesk.petition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.casefile.SightRule;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Objections and their steps: rows that are added, never updated. */
@Repository
class ObjectionRecords {

  private static final String STATE = """
      (select s.state from petition_objection_step s where s.objection_id = o.id
        order by s.step_number desc limit 1)""";
  private static final String RULED = " and " + STATE + " in ('UPHELD', 'DISMISSED')";
  private static final String NEWEST_FIRST = " order by o.made_at desc, o.id limit :most";

  private final JdbcClient jdbc;
  private final Clock clock;

  ObjectionRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Two at the same moment get the same number, and the second is told so. */
  void add(Objection objection) {
    try {
      jdbc.sql(
          """
              insert into petition_objection (id, case_id, objection_number, unit_id, sender_unit, category, territory, reason,
                basis, made_by, made_at)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(objection.id(), objection.caseId().value(), objection.number(), objection.unit(),
              objection.sender(), objection.category(), objection.territory(), objection.reason(), objection.basis(),
              objection.madeBy(), Timestamp.from(objection.madeAt()))
          .update();
      insert(objection.id(), 1, objection.last());
    } catch (DuplicateKeyException second) {
      throw decidedAlready();
    }
  }

  void add(Objection objection, ObjectionStep step) {
    try {
      insert(objection.id(), objection.steps().size() + 1, step);
    } catch (DuplicateKeyException second) {
      throw decidedAlready();
    }
  }

  private void insert(UUID objection, int number, ObjectionStep step) {
    jdbc.sql("""
        insert into petition_objection_step (objection_id, step_number, state, body, to_unit, ending, reason, basis,
          held_on, participants, minutes, taken_by, taken_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """).params(objection, number, step.state().name(), step.body(), step.toUnit().orElse(null),
        step.ending().map(Enum::name).orElse(null), step.reason(), step.basis(),
        step.meeting().map(JointMeeting::heldOn).orElse(null),
        step.meeting().map(JointMeeting::participants).orElse(null),
        step.meeting().map(meeting -> meeting.minutes().value()).orElse(null), step.by(), Timestamp.from(step.at()))
        .update();
  }

  static Conflict decidedAlready() {
    return new Conflict("petition.conflict.objection-decided");
  }

  /** Oldest first. */
  List<Objection> of(CaseId id) {
    return read("o.case_id = :case order by o.objection_number", Map.of("case", id.value()));
  }

  Optional<Objection> open(CaseId id) {
    return of(id).stream().filter(Objection::isOpen).findFirst();
  }

  /**
   * Rulings in cases that the reader may see, of no report: at one of these places or with one of these units, those at
   * the place first.
   */
  List<Objection> rulings(String category, Set<String> places, Set<String> units, int most, SightRule rule) {
    return read("""
        c.demand_class <> 'REPORT' and o.category = :category
          and (o.territory in (:places) or o.unit_id in (:units) or exists (select 1 from petition_objection_step t
            where t.objection_id = o.id and t.to_unit in (:units))) and\s""" + rule.condition() + RULED + """
        order by case when o.territory in (:places) then 0 else 1 end, o.made_at desc, o.id limit :most""",
        with(rule, Map.of("category", category, "places", places, "units", units, "most", most)));
  }

  /** Every ruling in cases that the reader may see, of no report, the newest first. */
  List<Objection> rulings(String category, String unit, int most, SightRule rule) {
    return read("""
        c.demand_class <> 'REPORT' and (:category = '' or o.category = :category)
          and (:unit = '' or o.unit_id = :unit or exists (select 1 from petition_objection_step t
            where t.objection_id = o.id and t.to_unit = :unit)) and\s""" + rule.condition() + RULED + NEWEST_FIRST,
        with(rule, Map.of("category", category, "unit", unit, "most", most)));
  }

  /** What is not decided yet, of no report: in cases that the reader may see. */
  List<Objection> open(int most, SightRule rule) {
    return read("c.demand_class <> 'REPORT' and c.closing_state is null and " + rule.condition() + " and " + STATE
        + " like 'WITH_%'" + NEWEST_FIRST, with(rule, Map.of("most", most)));
  }

  /**
   * Of the reader's own units, whose case it may not be any more, and in cases that the reader may see, by unit; of no
   * report, and not what was taken back.
   */
  List<ObjectionFigures> figures(SightRule rule) {
    return jdbc.sql("""
        select x.unit_id, count(*) as made,
            count(case when x.state in ('AGREED', 'UPHELD') then 1 end) as upheld,
            count(case when x.state = 'DISMISSED' then 1 end) as refused,
            count(case when x.state like 'WITH_%' then 1 end) as still_open
          from (select o.id, o.unit_id,\s""" + STATE + """
        as state from petition_objection o join case_file c on c.id = o.case_id
           where c.demand_class <> 'REPORT' and not exists (select 1 from petition_objection_step t
             where t.objection_id = o.id and t.ending = 'TAKEN_BACK')
              and (o.unit_id in (:myUnits) or\s""" + rule.condition() + """
        )) x group by x.unit_id order by x.unit_id""").params(rule.parameters())
        .query((row, n) -> new ObjectionFigures(row.getString("unit_id"), row.getInt("made"), row.getInt("upheld"),
            row.getInt("refused"), row.getInt("still_open")))
        .list();
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private List<Objection> read(String where, Map<String, ?> parameters) {
    var found = jdbc.sql("select o.* from petition_objection o join case_file c on c.id = o.case_id where " + where)
        .params(parameters).query((row, n) -> objection(row, List.of())).list();
    if (found.isEmpty()) {
      return found;
    }
    var steps = jdbc.sql("select * from petition_objection_step where objection_id in (:ids) order by step_number")
        .param("ids", found.stream().map(Objection::id).toList())
        .query((row, n) -> Map.entry(row.getObject("objection_id", UUID.class), step(row))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue,
            Collectors.toList())));
    return found.stream().map(one -> one.with(steps.get(one.id()))).toList();
  }

  private static Map<String, Object> with(SightRule rule, Map<String, ?> more) {
    var all = new HashMap<String, Object>(rule.parameters());
    all.putAll(more);
    return all;
  }

  private static Objection objection(ResultSet row, List<ObjectionStep> steps) throws SQLException {
    return new Objection(row.getObject("id", UUID.class), new CaseId(row.getObject("case_id", UUID.class)),
        row.getInt("objection_number"), row.getString("unit_id"), row.getString("sender_unit"),
        row.getString("category"), row.getString("territory"), row.getString("reason"), row.getString("basis"),
        row.getString("made_by"), row.getTimestamp("made_at").toInstant(), steps);
  }

  private static ObjectionStep step(ResultSet row) throws SQLException {
    return new ObjectionStep(ObjectionState.valueOf(row.getString("state")), row.getString("body"),
        Optional.ofNullable(row.getString("to_unit")),
        Optional.ofNullable(row.getString("ending")).map(ObjectionEnding::valueOf), row.getString("reason"),
        row.getString("basis"), meeting(row), row.getString("taken_by"), row.getTimestamp("taken_at").toInstant());
  }

  private static Optional<JointMeeting> meeting(ResultSet row) throws SQLException {
    var minutes = row.getObject("minutes", UUID.class);
    return minutes == null
        ? Optional.empty()
        : Optional.of(new JointMeeting(row.getObject("held_on", LocalDate.class), row.getString("participants"),
            new DocumentId(minutes)));
  }
}
