package org.petitiondesk.report;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Units;
import org.petitiondesk.report.WarningRules.ReceiverRole;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with a warning. */
@Component
@Transactional
public class WarningService {

  static final int WORDS = 4000;
  private static final int REASON = 1000;

  private final WarningTable warnings;
  private final WarningRegister register;
  private final WarningSettings settings;
  private final WarningWorkflow workflow;
  private final WarningReceivers receivers;
  private final WarningRules rules;
  private final Units units;
  private final AuditTrail audit;
  private final Clock clock;

  WarningService(WarningTable warnings, WarningRegister register, WarningSettings settings, WarningWorkflow workflow,
      WarningReceivers receivers, WarningRules rules, Units units, AuditTrail audit, Clock clock) {
    this.warnings = warnings;
    this.register = register;
    this.settings = settings;
    this.workflow = workflow;
    this.receivers = receivers;
    this.rules = rules;
    this.units = units;
    this.audit = audit;
    this.clock = clock;
  }

  /** The warning that an item is about, for the one who may work on the item. */
  @Transactional(readOnly = true)
  public Warning forItem(String item, Actor actor) {
    return warnings.get(workflow.about(item, actor));
  }

  /** What was found and what is done about it; this closes the warning. Needs its item; an instruction its unit and day. */
  public void answer(AnswerWarning answer, Actor actor) {
    var warning = warnings.lock(workflow.about(answer.item(), actor));
    requireOpen(warning);
    var finding = answer.finding();
    var action = answer.action();
    var words = answer.words();
    if (finding.isBlank() || finding.length() > WORDS) {
      throw Refused.at("finding", "report.refused.finding", WORDS);
    }
    if (action == null) {
      throw Refused.at("action", "report.refused.action");
    }
    if (words.isBlank() || words.length() > WORDS) {
      throw Refused.at("words", "report.refused.words." + action, WORDS);
    }
    var instruction = action == WarningAction.INSTRUCTION
        ? Optional.of(instruction(answer))
        : Optional.<Warning.Instruction>empty();
    warnings.answer(warning.id(), new Warning.Answer(finding, action, words, actor.id(), clock.instant()));
    instruction.ifPresent(given -> warnings.instruct(warning.id(), given));
    var details = new LinkedHashMap<String, Object>(Map.of("number", warning.number(), "finding", finding,
        "warningAction", action.name(), "words", words));
    instruction.ifPresent(given -> {
      details.put("unit", given.unit());
      details.put("until", given.until().toString());
    });
    audit.append(warning.id().chain(), actor, "warning.answered", details);
    workflow.answered(answer.item(), instruction.map(given -> order(given, warning)), actor);
  }

  private WarningWorkflow.Order order(Warning.Instruction given, Warning warning) {
    var carriers = receivers.first(ReceiverRole.UNIT_LEADER, given.unit(), warning.office());
    return new WarningWorkflow.Order(carriers, given.until(), rules.openingAfter(given.until(), carriers.unit()));
  }

  private Warning.Instruction instruction(AnswerWarning answer) {
    if (units.find(answer.unit()).filter(unit -> !unit.dissolved()).isEmpty()) {
      throw Refused.at("unit", "report.refused.unit");
    }
    if (answer.until() == null || answer.until().isBefore(Dates.today(clock))) {
      throw Refused.at("until", "report.refused.until");
    }
    return new Warning.Instruction(answer.unit(), answer.until(), Optional.empty());
  }

  /** What the unit has done as it was told. Needs its item. */
  public void carryOut(String item, String words, Actor actor) {
    var warning = warnings.lock(workflow.about(item, actor));
    var instruction = warning.instruction().filter(given -> given.report().isEmpty())
        .orElseThrow(() -> new Conflict("report.conflict.carried-out", warning.number()));
    if (words.isBlank() || words.length() > WORDS) {
      throw Refused.at("words", "report.refused.report", WORDS);
    }
    warnings.carryOut(warning.id(), new Warning.Report(words, actor.id(), clock.instant()));
    audit.append(warning.id().chain(), actor, "warning.carried-out",
        Map.of("number", warning.number(), "unit", instruction.unit(), "words", words));
    workflow.carriedOut(item, actor);
  }

  /** Somebody knows more than the figures. Refused without a reason; needs sight of an open warning. */
  public void changeLevel(WarningId id, String level, String reason, Actor actor) {
    register.get(id, actor);
    var warning = warnings.lock(id);
    requireOpen(warning);
    if (settings.level(level).isEmpty() || level.equals(warning.level())) {
      throw Refused.at("level", "report.refused.level");
    }
    if (reason.isBlank() || reason.length() > REASON) {
      throw Refused.at("reason", "report.refused.reason", REASON);
    }
    warnings.level(id, new Warning.LevelChange(level, warning.history().now(), reason, "", actor.id(),
        clock.instant()));
    audit.append(id.chain(), actor, "warning.level-changed",
        Map.of("number", warning.number(), "level", level, "before", warning.level(), "reason", reason));
  }

  private static void requireOpen(Warning warning) {
    if (!warning.isOpen()) {
      throw new Conflict("report.conflict.answered", warning.number());
    }
  }
}
