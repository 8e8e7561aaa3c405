package org.petitiondesk.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Early warning (预警): every night the figures of the week that is over are put beside their own past, and what the rules
 * call a warning becomes somebody's. It watches cases, places and units, never people.
 */
@Component
public class Warnings {

  private static final Logger LOG = LoggerFactory.getLogger(Warnings.class);

  /** A wider subject does not warn of what a narrower one shows already: from this share of its cases on. */
  private static final double SAME = 0.5;

  private final DailyFigures figures;
  private final FigureTable nights;
  private final WarningSigns signs;
  private final WarningRules rules;
  private final WarningCases cases;
  private final WarningReceivers receivers;
  private final WarningTable warnings;
  private final WarningWorkflow workflow;
  private final WarningSettings settings;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate each;

  Warnings(DailyFigures figures, FigureTable nights, WarningSigns signs, WarningRules rules, WarningCases cases,
      WarningReceivers receivers, WarningTable warnings, WarningWorkflow workflow, WarningSettings settings,
      AuditTrail audit, Clock clock, PlatformTransactionManager transactions) {
    this.figures = figures;
    this.nights = nights;
    this.signs = signs;
    this.rules = rules;
    this.cases = cases;
    this.receivers = receivers;
    this.warnings = warnings;
    this.workflow = workflow;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
    each = new TransactionTemplate(transactions);
  }

  /**
   * What one night has brought.
   *
   * @param raised new warnings
   * @param joined open ones that the figures show still
   */
  public record Night(int raised, int joined) {}

  private enum Outcome {
    NOTHING, RAISED, JOINED
  }

  /** Counts and looks, once a night on one node of however many; empty when another node has taken this night. */
  public Optional<Night> night() {
    var today = Dates.today(clock);
    if (!nights.begin(today, clock.instant())) {
      return Optional.empty();
    }
    figures.countUp();
    var yesterday = today.minusDays(1);
    var outcomes = signs.on(yesterday).stream().map(sign -> judged(sign, yesterday)).toList();
    var night = new Night(count(outcomes, Outcome.RAISED), count(outcomes, Outcome.JOINED));
    nights.finish(today, clock.instant(), night.raised(), night.joined());
    return Optional.of(night);
  }

  /** One that can not be judged does not keep the others from it. */
  private Outcome judged(WarningSign sign, LocalDate day) {
    try {
      return each.execute(status -> look(sign, day));
    } catch (RuntimeException failed) {
      LOG.error("The sign {} could not be judged", sign.subject().key(), failed);
      return Outcome.NOTHING;
    }
  }

  private static int count(List<Outcome> outcomes, Outcome wanted) {
    return (int) outcomes.stream().filter(wanted::equals).count();
  }

  private Outcome look(WarningSign sign, LocalDate day) {
    return rules.of(sign).map(judged -> {
      var behind = cases.behind(sign.subject(), day);
      var open = warnings.lockOpen(sign.subject());
      if (open.isPresent()) {
        join(open.get(), sign, judged, behind, day);
        return Outcome.JOINED;
      }
      return isKnown(sign, judged, behind) ? Outcome.NOTHING : raise(sign, judged, behind, day);
    }).orElse(Outcome.NOTHING);
  }

  /** Whether it was answered a few days ago and is not more serious now, or another warning shows most of it. */
  private boolean isKnown(WarningSign sign, WarningRules.Judgement judged, List<CaseId> behind) {
    var since = Dates.today(clock).minusDays(settings.quietDays()).atStartOfDay(Dates.ZONE).toInstant();
    var answered = warnings.answeredSince(sign.subject(), since)
        .filter(before -> ruled(before) <= settings.order(judged.level()));
    var flow = sign.subject().kind() == WarningKind.RISE;
    return answered.isPresent() || flow && !behind.isEmpty()
        && warnings.warnedOf(behind, sign.subject(), since).size() >= SAME * behind.size();
  }

  private Outcome raise(WarningSign sign, WarningRules.Judgement judged, List<CaseId> behind, LocalDate day) {
    var office = cases.office(behind);
    if (office.isEmpty()) {
      return Outcome.NOTHING;
    }
    var now = clock.instant();
    var receiver = receivers.first(judged.receiver(), sign.subject().unit(), office.get());
    var reactBy = rules.reactBy(judged, now, receiver.unit());
    var id = WarningId.next();
    var raised = new Warning(id, "", sign.subject(), office.get(), judged.level(), Dates.today(clock), now, day,
        sign.history(), sign.idleDays(), receiver, reactBy, 0, Optional.empty(),
        Optional.empty(), "");
    if (!warnings.insert(raised)) {
      return Outcome.NOTHING;
    }
    warnings.give(id, new Warning.Given(receiver, reactBy, now));
    warnings.add(id, behind, day);
    level(id, judged, sign.history().now(), now);
    var warning = warnings.get(id);
    append(warning, "warning.opened", Map.of("level", judged.level(), "kind", sign.subject().kind().name(), "rule",
        judged.rule(), "reason", judged.reason(), "count", sign.history().now(), "group", receiver.toString()));
    warnings.runs(id, workflow.begin(warning));
    return Outcome.RAISED;
  }

  private void join(Warning open, WarningSign sign, WarningRules.Judgement judged, List<CaseId> behind, LocalDate day) {
    warnings.shown(open.id(), day, sign.history(), sign.idleDays());
    warnings.add(open.id(), behind, day);
    if (settings.order(judged.level()) >= ruled(open)) {
      return;
    }
    var now = clock.instant();
    var receiver = receivers.first(judged.receiver(), sign.subject().unit(), open.office());
    level(open.id(), judged, sign.history().now(), now);
    warnings.give(open.id(), new Warning.Given(receiver, rules.reactBy(judged, now, receiver.unit()), now));
    append(open, "warning.worsened", Map.of("level", judged.level(), "before", open.level(), "rule", judged.rule(),
        "reason", judged.reason(), "count", sign.history().now(), "group", receiver.toString()));
    workflow.worsened(warnings.get(open.id()));
  }

  /** The most serious level that the rules have given it; what people have changed since is theirs. */
  private int ruled(Warning warning) {
    return warnings.levels(warning.id()).stream().filter(change -> !change.rule().isEmpty())
        .mapToInt(change -> settings.order(change.level())).min().orElse(settings.order(warning.level()));
  }

  private void level(WarningId id, WarningRules.Judgement judged, int count, Instant at) {
    warnings.level(id,
        new Warning.LevelChange(judged.level(), count, judged.reason(), judged.rule(), Actor.SYSTEM.id(), at));
  }

  private void append(Warning warning, String act, Map<String, Object> details) {
    var all = new HashMap<>(details);
    all.put("number", warning.number());
    audit.append(warning.id().chain(), Actor.SYSTEM, act, all);
  }
}
