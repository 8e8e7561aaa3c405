package org.petitiondesk.petition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.PointAnswer;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions of a petition: rows that are added, never updated. */
@Repository
class PetitionRecords {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;
  private final Clock clock;

  PetitionRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void addScreening(ScreenPetition decision, String suggestion, Actor by) {
    jdbc.sql(
        """
            insert into petition_screening (id, case_id, verdict, category, demand_class, route, urgency, simple_track, reason,
              competent_body, procedure_term, target_case, suggestion, decided_by, decided_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(UUID.randomUUID(), decision.id().value(), decision.verdict().name(), decision.category(),
            decision.demandClass().name(), decision.route(), decision.urgency().name(), decision.simpleTrack(),
            decision.reason(), decision.competentBody(), decision.procedureTerm(),
            decision.target().map(CaseId::value).orElse(null), suggestion, by.id(), now())
        .update();
  }

  List<Screening> screenings(CaseId id) {
    return jdbc.sql("select * from petition_screening where case_id = ? order by decided_at, id").param(id.value())
        .query((row, n) -> new Screening(ScreeningVerdict.valueOf(row.getString("verdict")), row.getString("category"),
            DemandClass.valueOf(row.getString("demand_class")), row.getInt("route"),
            Urgency.valueOf(row.getString("urgency")), row.getBoolean("simple_track"), row.getString("reason"),
            row.getString("competent_body"), row.getString("procedure_term"),
            Optional.ofNullable(row.getObject("target_case", UUID.class)).map(CaseId::new), row.getString("decided_by"),
            instant(row, "decided_at")))
        .list();
  }

  Screening lastScreening(CaseId id) {
    var all = screenings(id);
    return all.get(all.size() - 1);
  }

  void addAssignment(CaseId id, String leadUnit, List<String> coUnits, String reason, Optional<LocalDate> reportBy,
      Actor by) {
    jdbc.sql("""
        insert into petition_assignment (id, case_id, lead_unit, co_units, reason, report_by, assigned_by, assigned_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """).params(UUID.randomUUID(), id.value(), leadUnit, String.join(",", coUnits), reason, reportBy.orElse(null),
        by.id(), now()).update();
  }

  List<Assignment> assignments(CaseId id) {
    return jdbc.sql("select * from petition_assignment where case_id = ? order by assigned_at, id").param(id.value())
        .query((row, n) -> new Assignment(row.getString("lead_unit"), units(row.getString("co_units")),
            row.getString("reason"), Optional.ofNullable(row.getObject("report_by", LocalDate.class)),
            row.getString("assigned_by"), instant(row, "assigned_at")))
        .list();
  }

  Assignment lastAssignment(CaseId id) {
    var all = assignments(id);
    return all.get(all.size() - 1);
  }

  void addAcceptance(CaseId id, boolean accepted, String officer, String leader, String reason, Actor by) {
    jdbc.sql("""
        insert into petition_acceptance (id, case_id, accepted, officer, leader, reason, decided_by, decided_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """).params(UUID.randomUUID(), id.value(), accepted, officer, leader, reason, by.id(), now()).update();
  }

  List<Acceptance> acceptances(CaseId id) {
    return jdbc.sql("select * from petition_acceptance where case_id = ? order by decided_at, id").param(id.value())
        .query((row, n) -> new Acceptance(row.getBoolean("accepted"), Optional.ofNullable(row.getString("officer")),
            Optional.ofNullable(row.getString("leader")), row.getString("reason"), row.getString("decided_by"),
            instant(row, "decided_at")))
        .list();
  }

  Acceptance lastAcceptance(CaseId id) {
    var all = acceptances(id);
    return all.get(all.size() - 1);
  }

  void addNote(CaseId id, NoteKind kind, String unit, String text, Actor by) {
    jdbc.sql("""
        insert into petition_note (id, case_id, kind, unit_id, text, written_by, written_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """).params(UUID.randomUUID(), id.value(), kind.name(), unit, text, by.id(), now()).update();
  }

  List<Note> notes(CaseId id) {
    return jdbc.sql("select * from petition_note where case_id = ? order by written_at, id").param(id.value())
        .query((row, n) -> new Note(NoteKind.valueOf(row.getString("kind")), row.getString("unit_id"),
            row.getString("text"), row.getString("written_by"), instant(row, "written_at")))
        .list();
  }

  /** Adds the next draft; two drafts at the same moment get the same number and the second is refused by its key. */
  void addReply(DraftReply draft, Actor by) {
    jdbc.sql(
        """
            insert into petition_reply (id, case_id, draft_number, answers, remedy, method, drafted_by, drafted_at)
            values (?, ?, (select coalesce(max(r.draft_number), 0) + 1 from petition_reply r where r.case_id = ?), ?, ?, ?, ?,
              ?)
            """)
        .params(UUID.randomUUID(), draft.id().value(), draft.id().value(), json(draft.answers()), draft.remedy(),
            draft.method().name(), by.id(), now())
        .update();
  }

  List<Reply> replies(CaseId id) {
    return jdbc.sql("select * from petition_reply where case_id = ? order by draft_number").param(id.value())
        .query((row, n) -> new Reply(row.getInt("draft_number"), answers(row.getString("answers")),
            row.getString("remedy"), DeliveryMethod.valueOf(row.getString("method")), row.getString("drafted_by"),
            instant(row, "drafted_at")))
        .list();
  }

  Optional<Reply> lastReply(CaseId id) {
    var all = replies(id);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  void addApproval(CaseId id, int draftNumber, boolean approved, String reason, Actor by) {
    jdbc.sql("""
        insert into petition_approval (id, case_id, draft_number, approved, reason, decided_by, decided_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """).params(UUID.randomUUID(), id.value(), draftNumber, approved, reason, by.id(), now()).update();
  }

  List<Approval> approvals(CaseId id) {
    return jdbc.sql("select * from petition_approval where case_id = ? order by draft_number").param(id.value())
        .query((row, n) -> new Approval(row.getInt("draft_number"), row.getBoolean("approved"), row.getString("reason"),
            row.getString("decided_by"), instant(row, "decided_at")))
        .list();
  }

  void addDeliveryChange(CaseId id, DeliveryMethod method, String reason, Actor by) {
    jdbc.sql("""
        insert into petition_delivery_change (id, case_id, method, reason, decided_by, decided_at)
        values (?, ?, ?, ?, ?, ?)
        """).params(UUID.randomUUID(), id.value(), method.name(), reason, by.id(), now()).update();
  }

  /** The way that was chosen last for what was drafted at that moment. */
  Optional<DeliveryMethod> deliveryChangeSince(CaseId id, Instant drafted) {
    return jdbc.sql("""
        select method from petition_delivery_change where case_id = ? and decided_at >= ?
        order by decided_at desc, id limit 1
        """).params(id.value(), Timestamp.from(drafted)).query(String.class).optional().map(DeliveryMethod::valueOf);
  }

  void addSupplementQuestion(CaseId id, String question, Actor by) {
    jdbc.sql("insert into petition_supplement (id, case_id, question, asked_by, asked_at) values (?, ?, ?, ?, ?)")
        .params(UUID.randomUUID(), id.value(), question, by.id(), now()).update();
  }

  void addSupplementAnswer(CaseId id, String text, Actor by) {
    jdbc.sql("""
        insert into petition_supplement_answer (id, case_id, text, received_by, received_at) values (?, ?, ?, ?, ?)
        """).params(UUID.randomUUID(), id.value(), text, by.id(), now()).update();
  }

  List<Supplement> supplements(CaseId id) {
    return jdbc.sql("""
        select false as answer, question as text, asked_by as person, asked_at as moment from petition_supplement
        where case_id = :id
        union all
        select true, text, received_by, received_at from petition_supplement_answer where case_id = :id
        order by moment
        """).param("id", id.value())
        .query((row, n) -> new Supplement(row.getBoolean("answer"), row.getString("text"), row.getString("person"),
            instant(row, "moment")))
        .list();
  }

  /** Number of the answer that the petitioner has: of the handling opinions that have arrived, from 1. */
  int answer(CaseId id) {
    return Math.max(1, jdbc.sql("select count(*) from petition_opinion where case_id = ? and kind = 'HANDLING'")
        .param(id.value()).query(Integer.class).single());
  }

  /** The key lets one rating of each answer in: of two at the same moment the second is told so. */
  void addRating(RatePetition rating, Actor by) {
    try {
      insertRating(rating, by);
    } catch (DuplicateKeyException second) {
      throw new Conflict("petition.conflict.rated");
    }
  }

  private void insertRating(RatePetition rating, Actor by) {
    jdbc.sql(
        """
            insert into petition_rating (case_id, answer_number, solved, unit_rating, office_rating, comment, rated_via,
              rated_by, rated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(rating.id().value(), answer(rating.id()), rating.solved().name(), rating.unit().name(),
            rating.office().name(),
            rating.comment(), rating.via().name(), by.id(), now())
        .update();
  }

  /** Of the answer that the petitioner has now. */
  Optional<Rating> rating(CaseId id) {
    var answer = answer(id);
    return ratings(id).stream().filter(rating -> rating.answer() == answer).findFirst();
  }

  List<Rating> ratings(CaseId id) {
    return jdbc.sql("select * from petition_rating where case_id = ? order by answer_number").param(id.value())
        .query((row, n) -> new Rating(row.getInt("answer_number"), Solved.valueOf(row.getString("solved")),
            Satisfaction.valueOf(row.getString("unit_rating")), Satisfaction.valueOf(row.getString("office_rating")),
            row.getString("comment"), RatedVia.valueOf(row.getString("rated_via")), row.getString("rated_by"),
            instant(row, "rated_at")))
        .list();
  }

  void addWithdrawal(CaseId id, String reason, Actor by) {
    jdbc.sql("insert into petition_withdrawal (case_id, reason, recorded_by, recorded_at) values (?, ?, ?, ?)")
        .params(id.value(), reason, by.id(), now()).update();
  }

  Optional<String> withdrawal(CaseId id) {
    return jdbc.sql("select reason from petition_withdrawal where case_id = ?").param(id.value()).query(String.class)
        .optional();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  private static List<String> units(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<PointAnswer> answers(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {
      });
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
