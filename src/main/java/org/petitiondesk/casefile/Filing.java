package org.petitiondesk.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.FilingGate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files closed cases away (归档). This is the only place that writes {@code filed_at}, and it writes it only when every
 * {@link FilingGate} lets the case go.
 */
@Component
class Filing {

  private final JdbcClient jdbc;
  // By provider: the gates are of modules that themselves need the register.
  private final ObjectProvider<FilingGate> gates;
  private final AuditTrail audit;
  private final Clock clock;

  Filing(JdbcClient jdbc, ObjectProvider<FilingGate> gates, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.gates = gates;
    this.audit = audit;
    this.clock = clock;
  }

  /** What keeps the case from being filed; for an open one, what would. */
  List<FilingGate.Hold> holds(CaseId id) {
    return gates.orderedStream().flatMap(gate -> gate.holds(id).stream()).toList();
  }

  /** Files the closed case when nothing holds it; else, and for a case that is not closed, nothing happens. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean file(CaseId id, Actor actor) {
    lock(id);
    if (!holds(id).isEmpty() || jdbc.sql("""
        update case_file set filed_at = ? where id = ? and closing_state is not null and filed_at is null""")
        .params(Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)), id.value()).update() == 0) {
      return false;
    }
    audit.append(id, actor, "case.filed", Map.of());
    return true;
  }

  /** Takes a filed case out again, because something now holds it; nothing happens to one that is not filed. */
  @Transactional(propagation = Propagation.MANDATORY)
  void takeOut(CaseId id, Actor actor) {
    lock(id);
    if (jdbc.sql("update case_file set filed_at = null where id = ? and filed_at is not null").param(id.value())
        .update() > 0) {
      audit.append(id, actor, "case.taken-out", Map.of());
    }
  }

  /** Whoever closes and whoever begins to hold a case come one after the other. */
  void lock(CaseId id) {
    jdbc.sql("select id from case_file where id = ? for update").param(id.value()).query().singleRow();
  }
}
