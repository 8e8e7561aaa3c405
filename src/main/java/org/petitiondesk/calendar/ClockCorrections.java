package org.petitiondesk.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Wrong entries of ledgers are put right by four eyes. Everything here needs sight of the case. */
@Component
@Transactional
public class ClockCorrections {

  private static final int WORDS = 1000;

  private static final String COLUMNS = """
      select id, case_id, clock_id, entry, annul, effective_on, effective_at, length, reason, proposed_by, proposed_name,
          proposed_at, decided_name, decided_at, approved, words
        from clock_correction
      """;

  private final JdbcClient jdbc;
  private final Clocks clocks;
  private final CaseSight sight;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ClockCorrections(JdbcClient jdbc, Clocks clocks, CaseSight sight, AuditTrail audit,
      ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.clocks = clocks;
    this.sight = sight;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Nothing is corrected yet. Refused when the ledger would contradict itself or the law. */
  public UUID propose(CaseId caseId, ClockId clockId, CorrectEntry right, Actor actor) {
    sight.require(caseId, actor);
    if (right.reason().isBlank() || right.reason().length() > WORDS) {
      throw Refused.at("reason", "calendar.refused.reason", WORDS);
    }
    var due = clocks.tryCorrection(caseId, clockId, right);
    var id = UUID.randomUUID();
    try {
      jdbc.sql("""
          insert into clock_correction (id, case_id, clock_id, entry, annul, effective_on, effective_at, length, reason,
              proposed_by, proposed_name, proposed_at, open_clock)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(id, caseId.value(), clockId.value(), right.entry(), right.annul(), right.on(),
              right.at().orElse(null), right.length(), right.reason(), actor.id(), actor.name(), now(),
              clockId.value())
          .update();
    } catch (DuplicateKeyException e) {
      throw new Conflict("calendar.conflict.correction-waits");
    }
    audit(caseId, actor, "clock.correction-proposed", clockId, right,
        Map.of("reason", right.reason(), "due", due.on().toString()));
    events.publishEvent(new SecondPersonNeeded(id, Optional.of(new SecondPersonNeeded.Corrected(caseId, clockId)),
        actor.id()));
    return id;
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<Correction> of(CaseId caseId, ClockId clockId, Actor actor) {
    sight.require(caseId, actor);
    return jdbc.sql(COLUMNS + "  where case_id = ? and clock_id = ? order by proposed_at desc")
        .params(caseId.value(), clockId.value()).query(ClockCorrections::correction).list();
  }

  /** What the due date would be. Refused when the correction has become impossible meanwhile. */
  @Transactional(readOnly = true)
  public Due rehearse(Correction correction) {
    return clocks.tryCorrection(correction.caseId(), correction.clock(), correction.right());
  }

  /** Needs a leader, and another person than the one who proposed it or whose time it is: who handles the case. */
  public void approve(CaseId caseId, UUID id, String words, Actor actor) {
    var correction = waiting(caseId, id, words, actor);
    if (isOwn(correction, actor)) {
      throw new Forbidden("calendar.forbidden.own-correction");
    }
    decide(correction, true, words, actor);
    clocks.correct(caseId, correction.clock(), correction.right(), correction.proposedBy(), actor);
    audit(caseId, actor, "clock.correction-approved", correction.clock(), correction.right(),
        Map.of("proposedBy", correction.proposedBy(), "words", words));
    events.publishEvent(new SecondPersonDone(id, actor));
  }

  /** Needs a leader, or whoever proposed it; a reason in any case. */
  public void refuse(CaseId caseId, UUID id, String words, Actor actor) {
    if (words.isBlank()) {
      throw Refused.at("words", "calendar.refused.reason", WORDS);
    }
    var correction = waiting(caseId, id, words, actor);
    if (!actor.has(Role.LEADER) && !correction.proposedBy().equals(actor.id())) {
      throw new Forbidden("calendar.forbidden.refuse-correction");
    }
    decide(correction, false, words, actor);
    audit(caseId, actor, "clock.correction-refused", correction.clock(), correction.right(),
        Map.of("proposedBy", correction.proposedBy(), "words", words));
    events.publishEvent(new SecondPersonDone(id, actor));
  }

  /** Whether it is the actor's own: proposed by them, or about the time that they have for the case. */
  @Transactional(readOnly = true)
  public boolean isOwn(Correction correction, Actor actor) {
    return actor.involves(correction.proposedBy()) || sight.handles(correction.caseId(), actor);
  }

  private Correction waiting(CaseId caseId, UUID id, String words, Actor actor) {
    sight.require(caseId, actor);
    if (words.length() > WORDS) {
      throw Refused.at("words", "calendar.refused.reason", WORDS);
    }
    return jdbc.sql(COLUMNS + "  where id = ? and case_id = ?").params(id, caseId.value())
        .query(ClockCorrections::correction).optional()
        .orElseThrow(() -> new NotFound("calendar.notfound.correction", id));
  }

  private void decide(Correction correction, boolean approved, String words, Actor actor) {
    var decided = jdbc.sql("""
        update clock_correction
          set open_clock = null, decided_by = ?, decided_name = ?, decided_at = ?, approved = ?, words = ?
          where id = ? and open_clock is not null""")
        .params(actor.id(), actor.name(), now(), approved, words, correction.id()).update();
    if (decided == 0) {
      throw new Conflict("calendar.conflict.decided");
    }
  }

  private void audit(CaseId caseId, Actor actor, String act, ClockId clockId, CorrectEntry right,
      Map<String, String> more) {
    var details = new LinkedHashMap<String, Object>();
    details.put("clock", clockId.toString());
    details.put("entry", right.entry());
    if (!right.annul()) {
      details.put("on", right.on().toString());
    }
    details.putAll(more);
    audit.append(caseId, actor, act, details);
  }

  private static Correction correction(ResultSet rs, int number) throws SQLException {
    var right = new CorrectEntry(rs.getInt("entry"), rs.getBoolean("annul"),
        rs.getObject("effective_on", LocalDate.class),
        Optional.ofNullable(rs.getObject("effective_at", LocalTime.class)),
        rs.getInt("length"), rs.getString("reason"));
    var decidedAt = Optional.ofNullable(rs.getTimestamp("decided_at"));
    var decision = decidedAt.isEmpty()
        ? Optional.<Correction.Decision>empty()
        : Optional.of(new Correction.Decision(rs.getBoolean("approved"), rs.getString("decided_name"),
            decidedAt.get().toInstant(), rs.getString("words")));
    return new Correction(rs.getObject("id", UUID.class), new CaseId(rs.getObject("case_id", UUID.class)),
        new ClockId(rs.getObject("clock_id", UUID.class)), right, rs.getString("proposed_by"),
        rs.getString("proposed_name"), rs.getTimestamp("proposed_at").toInstant(), decision);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
