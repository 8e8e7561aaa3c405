package org.petitiondesk.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.Suspensions;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.RegisteredCases;
import org.petitiondesk.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops a case, or keeps cases from beginning in a version of a process, and lets them go on; for administrators, each
 * time with a reason. Clocks and their alarms run on: nobody gains time by it.
 */
@Component
@Transactional
public class OperatorSuspensions {

  private static final int REASON = 1000;

  private final JdbcClient jdbc;
  private final Suspensions engine;
  private final RegisteredCases cases;
  private final AuditTrail audit;
  private final Clock clock;

  OperatorSuspensions(JdbcClient jdbc, Suspensions engine, RegisteredCases cases, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.engine = engine;
    this.cases = cases;
    this.audit = audit;
    this.clock = clock;
  }

  /** What stands still now, the oldest first. */
  @Transactional(readOnly = true)
  public List<Suspension> all() {
    var rows = jdbc.sql("select * from suspension where ended_at is null order by suspended_at, id")
        .query(OperatorSuspensions::row).list();
    var codes = cases.codes(rows.stream().flatMap(row -> row.caseId().stream()).toList());
    return rows.stream().map(row -> new Suspension(row.id(), row.caseId(),
        row.caseId().map(id -> codes.getOrDefault(id, id.toString())).orElse(""), row.processKey(), row.version(),
        row.reason(), row.by(), row.at())).toList();
  }

  @Transactional(readOnly = true)
  public Optional<Suspension> of(CaseId id) {
    return all().stream().filter(row -> row.caseId().equals(Optional.of(id))).findFirst();
  }

  /** Versions in force, and others that are suspended. */
  @Transactional(readOnly = true)
  public List<Suspensions.Version> versions() {
    return engine.versions();
  }

  public void suspend(CaseId id, String reason, Actor operator) {
    requireOperator(operator);
    var words = words(reason);
    cases.lock(id);
    insert(Optional.of(id), Optional.empty(), 0, words, operator, "case " + id);
    if (engine.suspend(id) == 0) {
      throw Refused.because("inbox.refused.nothing-runs");
    }
    mark(id, true);
    audit.append(id, operator, "case.suspended", Map.of("reason", words));
  }

  public void suspend(String processKey, int version, String reason, Actor operator) {
    requireOperator(operator);
    var words = words(reason);
    insert(Optional.empty(), Optional.of(processKey), version, words, operator, processKey + " " + version);
    engine.suspend(processKey, version);
    audit.append(AuditTrail.HOUSE, operator, "process.suspended",
        Map.of("process", processKey, "version", version, "reason", words));
  }

  /** What was suspended goes on: timers whose moment has passed meanwhile go off now. */
  public void activate(UUID id, String reason, Actor operator) {
    requireOperator(operator);
    var words = words(reason);
    // The case first, as everybody does who changes it.
    all().stream().filter(row -> row.id().equals(id)).flatMap(row -> row.caseId().stream()).forEach(cases::lock);
    var found = jdbc.sql("select * from suspension where id = ? and ended_at is null for update").param(id)
        .query(OperatorSuspensions::row).optional()
        .orElseThrow(() -> new Conflict("inbox.conflict.activated"));
    jdbc.sql("update suspension set ended_by = ?, ended_at = ?, end_reason = ?, open_key = null where id = ?")
        .params(operator.id(), now(), words, id).update();
    found.caseId().ifPresentOrElse(caseId -> {
      engine.activate(caseId);
      mark(caseId, false);
      audit.append(caseId, operator, "case.activated", Map.of("reason", words));
    }, () -> {
      engine.activate(found.processKey().orElseThrow(), found.version());
      audit.append(AuditTrail.HOUSE, operator, "process.activated",
          Map.of("process", found.processKey().orElseThrow(), "version", found.version(), "reason", words));
    });
  }

  /** Those of the processes that watch over the dates go on. */
  private void mark(CaseId id, boolean suspended) {
    jdbc.sql("""
        update work_item set suspended = ?
          where case_id = ? and source = 'TASK' and state = 'OPEN' and process_key not like 'escalation%'
            and process_key not like 'accountability%' and process_key not like 'notice%'""")
        .params(suspended, id.value()).update();
  }

  private void insert(Optional<CaseId> caseId, Optional<String> processKey, int version, String reason, Actor by,
      String openKey) {
    if (jdbc.sql("""
        insert into suspension (id, case_id, process_key, process_version, reason, suspended_by, suspended_at, open_key)
          values (?, ?, ?, ?, ?, ?, ?, ?)
          on conflict do nothing""")
        .params(UUID.randomUUID(), caseId.map(CaseId::value).orElse(null), processKey.orElse(null), version, reason,
            by.id(), now(), openKey)
        .update() == 0) {
      throw new Conflict("inbox.conflict.suspended-already");
    }
  }

  private static void requireOperator(Actor actor) {
    if (!actor.has(Role.ADMINISTRATOR)) {
      throw new Forbidden("inbox.forbidden.operator");
    }
  }

  static String words(String reason) {
    var words = reason.strip();
    if (words.isEmpty() || words.length() > REASON) {
      throw Refused.at("reason", "inbox.refused.operator-reason", REASON);
    }
    return words;
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private static Suspension row(ResultSet rs, int row) throws SQLException {
    return new Suspension(rs.getObject("id", UUID.class),
        Optional.ofNullable(rs.getObject("case_id", UUID.class)).map(CaseId::new), "",
        Optional.ofNullable(rs.getString("process_key")), rs.getInt("process_version"), rs.getString("reason"),
        rs.getString("suspended_by"), rs.getTimestamp("suspended_at").toInstant());
  }
}
