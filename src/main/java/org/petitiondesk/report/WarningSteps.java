package org.petitiondesk.report;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Group;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a warning that nobody has to take. */
@Component
public class WarningSteps {

  private final WarningTable warnings;
  private final WarningReceivers receivers;
  private final WarningRules rules;
  private final AuditTrail audit;
  private final Clock clock;

  WarningSteps(WarningTable warnings, WarningReceivers receivers, WarningRules rules, AuditTrail audit, Clock clock) {
    this.warnings = warnings;
    this.receivers = receivers;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  /** Nobody has answered in time: the next leader above gets it; at the top it stays where it is until it is answered. */
  @Transactional
  public Facts raise(WarningId id) {
    var warning = warnings.lock(id);
    var had = warnings.given(id).stream().map(Warning.Given::receiver).collect(Collectors.toSet());
    var above = receivers.above(warning.receiver(), warning.office(), had);
    if (above.isEmpty() || !warning.isOpen()) {
      return ReportWarning.RAISED.with(false);
    }
    var superior = above.get();
    var now = clock.instant();
    var reactBy = rules.reactAgainBy(now, superior.unit());
    warnings.raisedOneLevel(id);
    warnings.give(id, new Warning.Given(superior, reactBy, now));
    audit.append(id.chain(), Actor.SYSTEM, "warning.raised",
        Map.of("number", warning.number(), "group", superior.toString(), "toUnit", superior.unit()));
    return ReportWarning.RAISED.with(true).with(ReportWarning.RECEIVERS, superior.toString())
        .with(ReportWarning.REACT_BY, text(reactBy));
  }

  /** The unit has not reported in time: the next leader above has to; at the top it stays until somebody has. */
  @Transactional
  public Facts raiseInstruction(WarningId id, Group carriers) {
    var warning = warnings.lock(id);
    var above = receivers.above(carriers, warning.office(), Set.of(carriers));
    if (above.isEmpty()) {
      return ReportWarning.RAISED.with(false);
    }
    var superior = above.get();
    var until = text(rules.reactAgainBy(clock.instant(), superior.unit()));
    audit.append(id.chain(), Actor.SYSTEM, "warning.instruction-raised", Map.of("number", warning.number(), "unit",
        carriers.unit(), "toUnit", superior.unit()));
    return ReportWarning.RAISED.with(true).with(ReportWarning.CARRIERS, superior.toString())
        .with(ReportWarning.CARRY_OUT_BY, until).with(ReportWarning.RAISE_INSTRUCTION_AT, until);
  }

  private static String text(Instant at) {
    return at.atZone(Dates.ZONE).toOffsetDateTime().toString();
  }
}
