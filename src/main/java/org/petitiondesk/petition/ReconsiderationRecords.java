package org.petitiondesk.petition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.calendar.ClockId;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.LetterId;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Opinions that have arrived, requests against them, and what became of those: rows that are added, never updated. */
@Repository
class ReconsiderationRecords {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String REQUESTS = """
      select r.*, a.admitted, a.reason as admission_reason, a.decided_by, a.decided_at, o.result,
        w.reason as withdrawal
      from petition_reconsideration r
        left join petition_reconsideration_admission a on a.reconsideration_id = r.id
        left join petition_opinion o on o.reconsideration_id = r.id
        left join petition_reconsideration_withdrawal w on w.reconsideration_id = r.id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ReconsiderationRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void addOpinion(CaseId id, Opinion opinion) {
    jdbc.sql("""
        insert into petition_opinion (id, case_id, number, kind, unit_id, letter_id, delivered_on, reconsideration_id,
          result, clock_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """).params(opinion.id(), id.value(), opinion.number(), opinion.kind().name(), opinion.unit(),
        opinion.letter().value(), opinion.deliveredOn(), opinion.reconsideration().orElse(null),
        opinion.result().map(Enum::name).orElse(null), opinion.right().map(ClockId::value).orElse(null)).update();
  }

  /** Oldest first. */
  List<Opinion> opinions(CaseId id) {
    return jdbc.sql("select * from petition_opinion where case_id = ? order by number").param(id.value())
        .query(ReconsiderationRecords::opinion).list();
  }

  Optional<Opinion> lastOpinion(CaseId id) {
    return opinions(id).stream().reduce((earlier, later) -> later);
  }

  /** Two requests at the same moment come one after the other. */
  void lockOpinions(CaseId id) {
    jdbc.sql("select id from petition_opinion where case_id = ? order by number for update").param(id.value())
        .query(UUID.class).list();
  }

  /** Those among the cases whose last opinion is a final review that stands. */
  Set<CaseId> finallyReviewed(Collection<CaseId> cases) {
    return cases.isEmpty()
        ? Set.of()
        : jdbc.sql("""
            select o.case_id from petition_opinion o
            where o.case_id in (:cases) and o.kind = 'FINAL_REVIEW' and o.result <> 'ANEW'
              and not exists (select 1 from petition_opinion l where l.case_id = o.case_id and l.number > o.number)
            """).param("cases", cases.stream().map(CaseId::value).toList()).query(UUID.class).list().stream()
            .map(CaseId::new).collect(Collectors.toSet());
  }

  void addRequest(Reconsideration asked, int attempt) {
    jdbc.sql("""
        insert into petition_reconsideration (id, case_id, opinion_id, attempt, level, body, asked_on, reasons,
          late_reason, was_closed, recorded_by, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """).params(asked.id(), asked.caseId().value(), asked.opinion(), attempt, asked.level().name(), asked.body(),
        asked.askedOn(), asked.reasons(), asked.lateReason(), asked.wasClosed(), asked.recordedBy(),
        Timestamp.from(asked.recordedAt())).update();
  }

  /** Oldest first. */
  List<Reconsideration> requests(CaseId id) {
    return jdbc.sql(REQUESTS + "where r.case_id = ? order by r.recorded_at, r.attempt").param(id.value())
        .query(ReconsiderationRecords::request).list();
  }

  Optional<Reconsideration> open(CaseId id) {
    return requests(id).stream().filter(Reconsideration::isOpen).findFirst();
  }

  void addAdmission(UUID request, boolean admitted, String reason, Actor by) {
    jdbc.sql("""
        insert into petition_reconsideration_admission (reconsideration_id, admitted, reason, decided_by, decided_at)
        values (?, ?, ?, ?, ?)
        """).params(request, admitted, reason, by.id(), now()).update();
  }

  /** Of two at the same moment the key lets one in. */
  void addWithdrawal(UUID request, String reason, Actor by) {
    try {
      jdbc.sql("""
          insert into petition_reconsideration_withdrawal (reconsideration_id, reason, recorded_by, recorded_at)
          values (?, ?, ?, ?)""").params(request, reason, by.id(), now()).update();
    } catch (DuplicateKeyException second) {
      throw new Conflict("petition.conflict.request-withdrawn");
    }
  }

  void addDraft(UUID request, List<Finding> findings, DeliveryMethod method, Actor by) {
    jdbc.sql("""
        insert into petition_reconsideration_draft (reconsideration_id, draft_number, findings, method, drafted_by,
          drafted_at)
        values (?, (select coalesce(max(d.draft_number), 0) + 1 from petition_reconsideration_draft d
          where d.reconsideration_id = ?), ?, ?, ?, ?)
        """).params(request, request, json(findings), method.name(), by.id(), now()).update();
  }

  List<ReviewDraft> drafts(UUID request) {
    return jdbc.sql("select * from petition_reconsideration_draft where reconsideration_id = ? order by draft_number")
        .param(request)
        .query((row, n) -> new ReviewDraft(row.getInt("draft_number"), findings(row.getString("findings")),
            DeliveryMethod.valueOf(row.getString("method")), row.getString("drafted_by"), instant(row, "drafted_at")))
        .list();
  }

  Optional<ReviewDraft> lastDraft(UUID request) {
    return drafts(request).stream().reduce((earlier, later) -> later);
  }

  void addApproval(UUID request, int draft, boolean approved, String reason, Actor by) {
    jdbc.sql("""
        insert into petition_reconsideration_approval (reconsideration_id, draft_number, approved, reason, decided_by,
          decided_at)
        values (?, ?, ?, ?, ?, ?)
        """).params(request, draft, approved, reason, by.id(), now()).update();
  }

  List<Approval> approvals(UUID request) {
    return jdbc
        .sql("select * from petition_reconsideration_approval where reconsideration_id = ? order by draft_number")
        .param(request)
        .query((row, n) -> new Approval(row.getInt("draft_number"), row.getBoolean("approved"), row.getString("reason"),
            row.getString("decided_by"), instant(row, "decided_at")))
        .list();
  }

  void addHearing(UUID request, CallHearing hearing, Actor by) {
    jdbc.sql("""
        insert into petition_hearing (id, reconsideration_id, number, planned_on, place, participants, matters,
          asked_by, asked_at)
        values (?, ?, (select coalesce(max(h.number), 0) + 1 from petition_hearing h where h.reconsideration_id = ?), ?,
          ?, ?, ?, ?, ?)
        """).params(UUID.randomUUID(), request, request, hearing.plannedOn(), hearing.place(), hearing.participants(),
        hearing.matters(), by.id(), now()).update();
  }

  void addHearingApproval(UUID hearing, boolean approved, String reason, Actor by) {
    jdbc.sql("""
        insert into petition_hearing_approval (hearing_id, approved, reason, decided_by, decided_at)
        values (?, ?, ?, ?, ?)
        """).params(hearing, approved, reason, by.id(), now()).update();
  }

  void addMinutes(UUID hearing, RecordHearing minutes, Actor by) {
    jdbc.sql("""
        insert into petition_hearing_record (hearing_id, held, held_on, record, signatures, recorded_by, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """).params(hearing, minutes.held(), minutes.heldOn(), minutes.record(), minutes.signatures(), by.id(), now())
        .update();
  }

  /** Oldest first. */
  List<Hearing> hearings(UUID request) {
    return jdbc.sql("""
        select h.*, a.approved, a.reason, a.decided_by, a.decided_at, m.held, m.held_on, m.record, m.signatures,
          m.recorded_by, m.recorded_at
        from petition_hearing h
          left join petition_hearing_approval a on a.hearing_id = h.id
          left join petition_hearing_record m on m.hearing_id = h.id
        where h.reconsideration_id = ? order by h.number
        """).param(request).query(ReconsiderationRecords::hearing).list();
  }

  Instant instant() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Opinion opinion(ResultSet row, int n) throws SQLException {
    return new Opinion(row.getObject("id", UUID.class), row.getInt("number"),
        OpinionKind.valueOf(row.getString("kind")), row.getString("unit_id"),
        new LetterId(row.getObject("letter_id", UUID.class)), row.getObject("delivered_on", LocalDate.class),
        Optional.ofNullable(row.getObject("reconsideration_id", UUID.class)), result(row),
        Optional.ofNullable(row.getObject("clock_id", UUID.class)).map(ClockId::new));
  }

  private static Reconsideration request(ResultSet row, int n) throws SQLException {
    var decidedBy = row.getString("decided_by");
    return new Reconsideration(row.getObject("id", UUID.class), new CaseId(row.getObject("case_id", UUID.class)),
        row.getObject("opinion_id", UUID.class), OpinionKind.valueOf(row.getString("level")), row.getString("body"),
        row.getObject("asked_on", LocalDate.class), row.getString("reasons"), row.getString("late_reason"),
        row.getBoolean("was_closed"), row.getString("recorded_by"), instant(row, "recorded_at"),
        decidedBy == null
            ? Optional.empty()
            : Optional.of(new Approval(0, row.getBoolean("admitted"), row.getString("admission_reason"), decidedBy,
                instant(row, "decided_at"))),
        Optional.ofNullable(row.getString("withdrawal")), result(row));
  }

  private static Hearing hearing(ResultSet row, int n) throws SQLException {
    var decidedBy = row.getString("decided_by");
    var recordedBy = row.getString("recorded_by");
    return new Hearing(row.getObject("id", UUID.class), row.getInt("number"),
        row.getObject("planned_on", LocalDate.class), row.getString("place"), row.getString("participants"),
        row.getString("matters"), row.getString("asked_by"), instant(row, "asked_at"),
        decidedBy == null
            ? Optional.empty()
            : Optional.of(new Approval(0, row.getBoolean("approved"), row.getString("reason"), decidedBy,
                instant(row, "decided_at"))),
        recordedBy == null
            ? Optional.empty()
            : Optional.of(new Hearing.Minutes(row.getBoolean("held"), row.getObject("held_on", LocalDate.class),
                row.getString("record"), row.getString("signatures"), recordedBy, instant(row, "recorded_at"))));
  }

  private static Optional<ReviewResult> result(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("result")).map(ReviewResult::valueOf);
  }

  private Timestamp now() {
    return Timestamp.from(instant());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  private static String json(List<Finding> findings) {
    try {
      return JSON.writeValueAsString(findings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Finding> findings(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {
      });
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
