package org.petitiondesk.dispute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.dispute.Dispute.Agreement;
import org.petitiondesk.dispute.Dispute.Confirmation;
import org.petitiondesk.dispute.Dispute.Consent;
import org.petitiondesk.dispute.Dispute.Danger;
import org.petitiondesk.dispute.Dispute.FollowUp;
import org.petitiondesk.dispute.Dispute.HeardRecord;
import org.petitiondesk.dispute.Dispute.Helper;
import org.petitiondesk.dispute.Dispute.Mediator;
import org.petitiondesk.dispute.Dispute.Part;
import org.petitiondesk.dispute.Dispute.Session;
import org.petitiondesk.dispute.Dispute.Signature;
import org.petitiondesk.dispute.Dispute.Signer;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.documents.LetterId;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of disputes. But for where a dispute stands, and what became of something begun, rows are only added. */
@Repository
class DisputeTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  DisputeTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void insert(CaseId id, OpenDispute command, Optional<CaseId> petition, String committee) {
    jdbc.sql("""
        insert into dispute (case_id, source, reference, petition_id, committee, kind, state, opened_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), command.source().name(), command.reference(), petition.map(CaseId::value).orElse(null),
            committee, command.kind().name(), DisputeState.ASKING_CONSENT.name(), now())
        .update();
  }

  Optional<CaseId> ofPetition(CaseId petition) {
    return jdbc.sql("select case_id from dispute where petition_id = ?").param(petition.value()).query(UUID.class)
        .optional().map(CaseId::new);
  }

  Dispute get(CaseId id) {
    return find(id).orElseThrow(() -> new NotFound("dispute.not-found"));
  }

  /** Whoever does something about the same dispute comes after this transaction; the caller has locked the case. */
  Dispute lock(CaseId id) {
    jdbc.sql("select case_id from dispute where case_id = ? for update").param(id.value()).query(UUID.class).optional()
        .orElseThrow(() -> new NotFound("dispute.not-found"));
    return get(id);
  }

  Optional<Dispute> find(CaseId id) {
    return jdbc.sql("select * from dispute where case_id = ?").param(id.value()).query(this::dispute).optional();
  }

  void move(CaseId id, DisputeState to) {
    jdbc.sql("update dispute set state = ?, ended_at = ?, version = version + 1 where case_id = ?")
        .params(to.name(), to.isOpen() ? null : now(), id.value()).update();
  }

  void addConsent(CaseId id, Side side, boolean agreed, String words, Via via, String by) {
    jdbc.sql("""
        insert into dispute_consent (case_id, side, agreed, words, via, said_by, said_at) values (?, ?, ?, ?, ?, ?, ?)
        """).params(id.value(), side.name(), agreed, words, via.name(), by, now()).update();
  }

  void addMediator(CaseId id, String account, Mediator.How how, String reason, String by) {
    jdbc.sql("""
        insert into dispute_mediator (case_id, number, account, how, reason, appointed_by, appointed_at)
        values (?, ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), next("dispute_mediator", id), account, how.name(), reason, by, now()).update();
  }

  void addHelper(CaseId id, String name, String calling, String by) {
    jdbc.sql("""
        insert into dispute_helper (case_id, number, name, calling, invited_by, invited_at) values (?, ?, ?, ?, ?, ?)
        """).params(id.value(), next("dispute_helper", id), name, calling, by, now()).update();
  }

  /** What both sides have to agree to, and have. */
  void addPermission(CaseId id, String what, Set<Side> agreed, String by) {
    var number = next("dispute_permission", id);
    agreed.forEach(side -> jdbc.sql("""
        insert into dispute_permission (case_id, number, what, side, written_by, written_at) values (?, ?, ?, ?, ?, ?)
        """).params(id.value(), number, what, side.name(), by, now()).update());
  }

  void addRecord(CaseId id, Optional<Side> side, boolean confidential, String text, LocalDate heardOn, String by) {
    jdbc.sql("""
        insert into dispute_record (case_id, number, side, confidential, text, heard_on, written_by, written_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), next("dispute_record", id), side.map(Side::name).orElse(null), confidential, text, heardOn,
            by, now())
        .update();
  }

  void addSession(CaseId id, Instant startsAt, String place, String link, boolean open, String by) {
    jdbc.sql("""
        insert into dispute_session (case_id, number, starts_at, place, link, open, arranged_by, arranged_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), next("dispute_session", id), Timestamp.from(startsAt), place, link, open, by, now())
        .update();
  }

  void addAnswer(CaseId id, int session, Side side, boolean comes, String words) {
    jdbc.sql("""
        insert into dispute_session_answer (case_id, session, side, comes, words, said_at) values (?, ?, ?, ?, ?, ?)
        """).params(id.value(), session, side.name(), comes, words, now()).update();
  }

  void held(CaseId id, int session, String came, String record, boolean readAndSigned, Session.Result result,
      String by) {
    jdbc.sql("""
        update dispute_session set came = ?, record = ?, read_and_signed = ?, result = ?, held_by = ?, held_at = ?
        where case_id = ? and number = ?""")
        .params(came, record, readAndSigned, result.name(), by, now(), id.value(), session).update();
  }

  void addAgreement(CaseId id, AgreementForm form, String facts, String responsibility, List<NewPart> parts,
      String by) {
    var number = next("dispute_agreement", id);
    jdbc.sql("""
        insert into dispute_agreement (case_id, number, form, facts, responsibility, written_by, written_at)
        values (?, ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), number, form.name(), facts, responsibility, by, now()).update();
    for (var i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      jdbc.sql("""
          insert into dispute_part (case_id, agreement, number, side, act, amount, due_on, way)
          values (?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(id.value(), number, i + 1, part.side().name(), part.act(), part.amount(), part.dueOn(), part.way())
          .update();
    }
  }

  void sign(CaseId id, int agreement, Signature signature) {
    jdbc.sql("""
        insert into dispute_signature (case_id, agreement, signer, signed_on, via, written_by, written_at, document_id)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), agreement, signature.signer().name(), signature.on(), signature.via().name(),
            signature.by(), now(), signature.document().map(DocumentId::value).orElse(null))
        .update();
  }

  void inForce(CaseId id, int agreement, LocalDate on) {
    jdbc.sql("update dispute_agreement set in_force_on = ? where case_id = ? and number = ?")
        .params(on, id.value(), agreement).update();
  }

  void addEntry(CaseId id, int agreement, int part, Part.Entry.Kind kind, Part.Entry.Speaker said, LocalDate on,
      String words, String by, Optional<DocumentId> document) {
    var number = jdbc.sql("""
        select coalesce(max(number), 0) + 1 from dispute_part_entry where case_id = ? and agreement = ? and part = ?""")
        .params(id.value(), agreement, part).query(Integer.class).single();
    jdbc.sql("""
        insert into dispute_part_entry (case_id, agreement, part, number, kind, said_by, on_day, words, written_by,
          written_at, document_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), agreement, part, number, kind.name(), said.name(), on, words, by, now(),
            document.map(DocumentId::value).orElse(null))
        .update();
  }

  void addConfirmation(CaseId id, String court, LocalDate askedOn, String by) {
    jdbc.sql("insert into dispute_confirmation (case_id, court, asked_on, asked_by, asked_at) values (?, ?, ?, ?, ?)")
        .params(id.value(), court, askedOn, by, now()).update();
  }

  void confirmed(CaseId id, Confirmation.Result result, String by) {
    jdbc.sql("""
        update dispute_confirmation set result = ?, number = ?, decided_on = ?, written_by = ?, written_at = ?
        where case_id = ?""")
        .params(result.kind().name(), result.number(), result.on(), by, now(), id.value()).update();
  }

  void addDanger(CaseId id, String words, String by) {
    jdbc.sql("insert into dispute_danger (case_id, number, words, seen_by, seen_at) values (?, ?, ?, ?, ?)")
        .params(id.value(), next("dispute_danger", id), words, by, now()).update();
  }

  void answerDanger(CaseId id, int number, String measures, String by) {
    jdbc.sql("""
        update dispute_danger set measures = ?, answered_by = ?, answered_at = ? where case_id = ? and number = ?""")
        .params(measures, by, now(), id.value(), number).update();
  }

  void addFollowUp(CaseId id, FollowUp visit) {
    jdbc.sql("""
        insert into dispute_follow_up (case_id, on_day, way, holds, words, written_by, written_at)
        values (?, ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), visit.on(), visit.way().name(), visit.holds(), visit.words(), visit.by(), now()).update();
  }

  void addLetter(LetterId letter, CaseId id, Side side) {
    jdbc.sql("insert into dispute_letter (letter_id, case_id, side) values (?, ?, ?)")
        .params(letter.value(), id.value(), side.name()).update();
  }

  List<LetterId> letters(CaseId id, Side side) {
    return jdbc.sql("select letter_id from dispute_letter where case_id = ? and side = ?")
        .params(id.value(), side.name()).query(UUID.class).list().stream().map(LetterId::new).toList();
  }

  /** How many disputes each of these mediates now. */
  Map<String, Long> load(List<String> accounts) {
    if (accounts.isEmpty()) {
      return Map.of();
    }
    return jdbc.sql("""
        select m.account, count(*) as n from dispute d join dispute_mediator m on m.case_id = d.case_id
        where d.ended_at is null and m.account in (:accounts)
          and m.number = (select max(l.number) from dispute_mediator l where l.case_id = d.case_id)
        group by m.account""").param("accounts", accounts)
        .query((rs, row) -> Map.entry(rs.getString("account"), rs.getLong("n"))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private int next(String table, CaseId id) {
    return jdbc.sql("select coalesce(max(number), 0) + 1 from " + table + " where case_id = ?").param(id.value())
        .query(Integer.class).single();
  }

  private Dispute dispute(ResultSet rs, int row) throws SQLException {
    var id = new CaseId(rs.getObject("case_id", UUID.class));
    return new Dispute(id, DisputeSource.valueOf(rs.getString("source")), rs.getString("reference"),
        Optional.ofNullable(rs.getObject("petition_id", UUID.class)).map(CaseId::new), rs.getString("committee"),
        DisputeKind.valueOf(rs.getString("kind")), DisputeState.valueOf(rs.getString("state")),
        rs.getTimestamp("opened_at").toInstant(), moment(rs, "ended_at"), consents(id), mediators(id), helpers(id),
        records(id), sessions(id), agreements(id), dangers(id), confirmation(id), followUp(id));
  }

  private List<Consent> consents(CaseId id) {
    return of("dispute_consent", id, "said_at, side", (rs, row) -> new Consent(Side.valueOf(rs.getString("side")),
        rs.getBoolean("agreed"), rs.getString("words"), Via.valueOf(rs.getString("via")), rs.getString("said_by"),
        rs.getTimestamp("said_at").toInstant()));
  }

  private List<Mediator> mediators(CaseId id) {
    return of("dispute_mediator", id, "number", (rs, row) -> new Mediator(rs.getString("account"),
        Mediator.How.valueOf(rs.getString("how")), rs.getString("reason"), rs.getString("appointed_by"),
        rs.getTimestamp("appointed_at").toInstant()));
  }

  private List<Helper> helpers(CaseId id) {
    return of("dispute_helper", id, "number", (rs, row) -> new Helper(rs.getString("name"), rs.getString("calling"),
        rs.getTimestamp("invited_at").toInstant()));
  }

  private List<HeardRecord> records(CaseId id) {
    return of("dispute_record", id, "number", (rs, row) -> new HeardRecord(rs.getInt("number"),
        Optional.ofNullable(rs.getString("side")).map(Side::valueOf), rs.getBoolean("confidential"),
        rs.getString("text"), rs.getObject("heard_on", LocalDate.class), rs.getString("written_by")));
  }

  private List<Session> sessions(CaseId id) {
    var answers = of("dispute_session_answer", id, "said_at, side", (rs, row) -> Map.entry(rs.getInt("session"),
        new Session.Answer(Side.valueOf(rs.getString("side")), rs.getBoolean("comes"), rs.getString("words"),
            rs.getTimestamp("said_at").toInstant())));
    return of("dispute_session", id, "number", (rs, row) -> {
      var number = rs.getInt("number");
      return new Session(number, rs.getTimestamp("starts_at").toInstant(), rs.getString("place"), rs.getString("link"),
          rs.getBoolean("open"), values(answers, number), held(rs));
    });
  }

  private static Optional<Session.Held> held(ResultSet rs) throws SQLException {
    var at = moment(rs, "held_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Session.Held(rs.getString("came"), rs.getString("record"), rs.getBoolean("read_and_signed"),
            Session.Result.valueOf(rs.getString("result")), rs.getString("held_by"), at.get()));
  }

  private List<Agreement> agreements(CaseId id) {
    var entries = of("dispute_part_entry", id, "number", (rs, row) -> Map.entry(
        rs.getInt("agreement") + "/" + rs.getInt("part"),
        new Part.Entry(Part.Entry.Kind.valueOf(rs.getString("kind")),
            Part.Entry.Speaker.valueOf(rs.getString("said_by")), rs.getObject("on_day", LocalDate.class),
            rs.getString("words"), rs.getString("written_by"), rs.getTimestamp("written_at").toInstant(),
            document(rs))));
    var parts = of("dispute_part", id, "number", (rs, row) -> {
      var number = rs.getInt("number");
      return Map.entry(rs.getInt("agreement"), new Part(number, Side.valueOf(rs.getString("side")),
          rs.getString("act"), rs.getString("amount"), rs.getObject("due_on", LocalDate.class), rs.getString("way"),
          values(entries, rs.getInt("agreement") + "/" + number)));
    });
    var signatures = of("dispute_signature", id, "written_at", (rs, row) -> Map.entry(rs.getInt("agreement"),
        new Signature(Signer.valueOf(rs.getString("signer")), rs.getObject("signed_on", LocalDate.class),
            Via.valueOf(rs.getString("via")), rs.getString("written_by"), document(rs))));
    return of("dispute_agreement", id, "number", (rs, row) -> {
      var number = rs.getInt("number");
      return new Agreement(number, AgreementForm.valueOf(rs.getString("form")), rs.getString("facts"),
          rs.getString("responsibility"), rs.getTimestamp("written_at").toInstant(),
          Optional.ofNullable(rs.getObject("in_force_on", LocalDate.class)), values(parts, number),
          values(signatures, number));
    });
  }

  private List<Danger> dangers(CaseId id) {
    return of("dispute_danger", id, "number", (rs, row) -> {
      var answered = moment(rs, "answered_at");
      return new Danger(rs.getInt("number"), rs.getString("words"), rs.getString("seen_by"),
          rs.getTimestamp("seen_at").toInstant(), answered.isEmpty()
              ? Optional.empty()
              : Optional.of(new Danger.Answer(rs.getString("measures"), rs.getString("answered_by"), answered.get())));
    });
  }

  private Optional<Confirmation> confirmation(CaseId id) {
    return of("dispute_confirmation", id, "case_id", (rs, row) -> new Confirmation(rs.getString("court"),
        rs.getObject("asked_on", LocalDate.class), rs.getString("result") == null
            ? Optional.empty()
            : Optional.of(new Confirmation.Result(Confirmation.Kind.valueOf(rs.getString("result")),
                rs.getString("number"), rs.getObject("decided_on", LocalDate.class)))))
        .stream().findFirst();
  }

  private Optional<FollowUp> followUp(CaseId id) {
    return of("dispute_follow_up", id, "case_id", (rs, row) -> new FollowUp(rs.getObject("on_day", LocalDate.class),
        FollowUp.Way.valueOf(rs.getString("way")), rs.getBoolean("holds"), rs.getString("words"),
        rs.getString("written_by"))).stream().findFirst();
  }

  private <T> List<T> of(String table, CaseId id, String order, RowMapper<T> mapper) {
    return jdbc.sql("select * from " + table + " where case_id = ? order by " + order).param(id.value()).query(mapper)
        .list();
  }

  private static <K, V> List<V> values(List<Map.Entry<K, V>> all, K key) {
    return all.stream().filter(entry -> entry.getKey().equals(key)).map(Map.Entry::getValue).toList();
  }

  private static Optional<DocumentId> document(ResultSet rs) throws SQLException {
    return Optional.ofNullable(rs.getObject("document_id", UUID.class)).map(DocumentId::new);
  }

  private static Optional<Instant> moment(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
