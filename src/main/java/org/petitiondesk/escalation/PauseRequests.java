package org.petitiondesk.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockEntered;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.LedgerEntry;
import org.petitiondesk.calendar.OpenPause;
import org.petitiondesk.calendar.PauseRule;
import org.petitiondesk.calendar.PauseRules;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.CaseStatusChanged;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.escalation.PauseRequest.State;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseSight;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pauses of the clocks of a case for the reasons of the decision table {@code clock_pauses}: asked for by who handles it,
 * decided on, where the table wants it, by the leader of the unit before a date has passed, and ended by who handles it.
 * Only clocks in the hands of the asker's own unit stand still: nobody stops the time of those who control them. At
 * reconsideration whoever examines the opinion handles the case.
 */
@Component
@Transactional
public class PauseRequests {

  /** These are asked for, begun and ended by steps of the petition. */
  private static final Set<String> BY_A_STEP = Set.of(PauseRules.SUPPLEMENT, PauseRules.HEARING);

  private final PauseRequestTable table;
  private final PauseRules rules;
  private final Receivers receivers;
  private final ClockAlarms alarms;
  private final Clocks clocks;
  private final CaseFiles cases;
  private final CaseSight sight;
  private final Accounts accounts;
  private final Processes processes;
  private final AuditTrail audit;
  private final Clock clock;

  PauseRequests(PauseRequestTable table, PauseRules rules, Receivers receivers, ClockAlarms alarms, Clocks clocks,
      CaseFiles cases, CaseSight sight, Accounts accounts, Processes processes, AuditTrail audit, Clock clock) {
    this.table = table;
    this.rules = rules;
    this.receivers = receivers;
    this.alarms = alarms;
    this.clocks = clocks;
    this.cases = cases;
    this.sight = sight;
    this.accounts = accounts;
    this.processes = processes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A reason for which clocks of a case may be paused.
   *
   * @param clocks those that would stand still
   * @param rule of the first of them
   * @param needsApproval of one of them is enough
   */
  public record Possible(String reason, List<ClockState> clocks, PauseRule rule, boolean needsApproval) {}

  /** What the actor may ask for: who handles the case, while nothing is asked for yet and nothing has run out. */
  @Transactional(readOnly = true)
  public List<Possible> possible(CaseId id, Actor actor) {
    return sight.handles(id, actor) && waiting(id).findAny().isEmpty()
        ? rules.reasons().stream().filter(reason -> !BY_A_STEP.contains(reason))
            .flatMap(reason -> possible(id, reason, actor.asWhom().unit()).stream()).toList()
        : List.of();
  }

  private Optional<Possible> possible(CaseId id, String reason, String unit) {
    var now = now();
    var pausable = clocks.pausable(id, reason).stream().filter(state -> state.unit().equals(unit)).toList();
    return pausable.isEmpty() || pausable.stream().anyMatch(state -> state.late(now))
        ? Optional.empty()
        : Optional.of(new Possible(reason, pausable, rules.of(pausable.get(0).kind(), reason), pausable.stream()
            .anyMatch(state -> rules.of(state.kind(), reason).approval() == PauseRule.Approval.LEADER)));
  }

  /** Those of the case, the oldest first; for whoever has sight of it. */
  @Transactional(readOnly = true)
  public List<PauseRequest> of(CaseId id) {
    return table.of(id);
  }

  /** The pause that the actor may end: who handles the case, one that was asked for here. */
  @Transactional(readOnly = true)
  public Optional<OpenPause> endable(CaseId id, Actor actor) {
    return sight.handles(id, actor)
        ? clocks.of(id).stream().filter(state -> state.unit().equals(actor.asWhom().unit()))
            .flatMap(state -> clocks.openPause(state).stream())
            .filter(pause -> !BY_A_STEP.contains(pause.reason())).findFirst()
        : Optional.empty();
  }

  /**
   * Needs who handles the case. Where the table wants no approval, the clocks stand still at once; otherwise nothing is
   * paused yet.
   *
   * @param on today or an earlier day; that day still counts
   */
  public void ask(CaseId id, String reason, LocalDate on, String text, Actor actor) {
    cases.requireSight(id, actor);
    var file = cases.get(id);
    requireHandler(id, actor);
    var possible = possible(id, actor).stream().filter(each -> each.reason().equals(reason)).findFirst()
        .orElseThrow(() -> Refused.at("cause", "escalation.refused.no-pause"));
    requireDay(on, possible.clocks());
    Reasons.require(text);
    var asked = new PauseRequest(UUID.randomUUID(), id, reason, text, on, actor.asWhom().id(), clock.instant(), "",
        State.ASKED, Optional.empty());
    table.insert(asked);
    audit.append(id, actor, "pause.asked", details(asked));
    if (!possible.needsApproval()) {
      table.end(asked.id(), State.GRANTED, actor.id(), clock.instant(), "");
      clocks.pause(id, possible.clocks(), on, reason, text, actor);
      return;
    }
    var first = possible.clocks().get(0);
    var approvers = receivers.of(ReceiverRole.UNIT_LEADER, first, file, alarms.role(first.unit()));
    if (approvers.isNobody()) {
      throw new Conflict("escalation.conflict.no-leader");
    }
    var lapses = possible.clocks().stream().map(state -> state.due().end()).min(LocalDateTime::compareTo).orElseThrow();
    table.runs(asked.id(), processes.start(EscalationPause.KEY, id,
        EscalationPause.APPROVERS.with(new Group(Role.LEADER, approvers.unit()).toString())
            .with(EscalationPause.LAPSES_AT, lapses.atZone(Dates.ZONE).toOffsetDateTime().toString())));
  }

  /** The request of an open item. */
  public PauseRequest asked(CaseId id, String item, Actor actor) {
    var task = processes.require(item, actor);
    if (!task.caseId().equals(id) || !task.key().equals(EscalationPause.USER_APPROVE)) {
      throw new NotFound("escalation.not-found.item");
    }
    return table.ofRun(LeaderDecisions.run(task))
        .orElseThrow(() -> new Conflict("escalation.conflict.pause-ended"));
  }

  /** What would stand still; empty when there is nothing left to pause. */
  @Transactional(readOnly = true)
  public Optional<Possible> effect(PauseRequest asked) {
    return accounts.find(asked.askedBy()).map(Account::unit)
        .flatMap(unit -> possible(asked.caseId(), asked.reason(), unit));
  }

  /** Needs a leader whose item it is and who does not handle the case; a refusal needs its reason. */
  public void decide(CaseId id, String item, boolean approved, String words, Actor actor) {
    cases.requireSight(id, actor);
    var asked = asked(id, item, actor);
    bar(id, actor).ifPresent(bar -> {
      throw bar;
    });
    if (!approved) {
      Reasons.require(words);
    }
    table.end(asked.id(), approved ? State.GRANTED : State.REFUSED, actor.id(), clock.instant(), words);
    var details = details(asked);
    details.put("answer", words);
    audit.append(id, actor, approved ? "pause.granted" : "pause.refused", details);
    if (approved) {
      var possible = effect(asked).orElseThrow(() -> Refused.because("calendar.refused.nothing-to-pause"));
      clocks.pause(id, possible.clocks(), asked.on(), asked.reason(), asked.text(), actor);
    }
    processes.complete(item, actor, EscalationPause.APPROVED.with(approved));
  }

  /** Why this person may not decide: nobody approves what they asked for themselves. */
  public Optional<Refused> bar(CaseId id, Actor actor) {
    return sight.handles(id, actor) || waiting(id).anyMatch(asked -> actor.involves(asked.askedBy()))
        ? Optional.of(Refused.because("escalation.refused.own-work"))
        : Optional.empty();
  }

  /** What was waited for is there: the clocks go on after that day. Needs who handles the case. */
  public void end(CaseId id, LocalDate on, Actor actor) {
    cases.requireSight(id, actor);
    requireHandler(id, actor);
    if (on == null) {
      throw Refused.at("on", "escalation.refused.no-day");
    }
    var pause = endable(id, actor).orElseThrow(() -> new Conflict("escalation.conflict.not-paused"));
    clocks.resume(id, pause.reason(), on, actor);
  }

  /** A clock has run out before anybody decided. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lapse(String run) {
    table.ofRun(run).ifPresent(asked -> {
      table.end(asked.id(), State.LAPSED, Actor.SYSTEM.id(), clock.instant(), "");
      audit.append(asked.caseId(), Actor.SYSTEM, "pause.lapsed", details(asked));
    });
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(CaseStatusChanged changed) {
    if (changed.to() == CaseStatus.DELIVERED || changed.to() == CaseStatus.CLOSED) {
      waiting(changed.id()).forEach(this::moot);
    }
  }

  /** Once the case is in other hands, or the last of its clocks has stopped, there is nothing left to pause. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(ClockEntered entered) {
    if (Set.of(LedgerEntry.Kind.HAND_OVER, LedgerEntry.Kind.STOP).contains(entered.entry().kind())) {
      waiting(entered.clock().caseId()).filter(asked -> effect(asked).isEmpty()).forEach(this::moot);
    }
  }

  private Stream<PauseRequest> waiting(CaseId id) {
    return table.of(id).stream().filter(asked -> asked.state() == State.ASKED);
  }

  private void moot(PauseRequest asked) {
    table.end(asked.id(), State.MOOT, Actor.SYSTEM.id(), clock.instant(), "");
    processes.correlateRun(EscalationPause.PAUSE_MOOT, asked.run(), Facts.none(), Actor.SYSTEM);
  }

  private static Map<String, Object> details(PauseRequest asked) {
    var details = new LinkedHashMap<String, Object>();
    details.put("pause", asked.reason());
    details.put("on", asked.on().toString());
    details.put("reason", asked.text());
    return details;
  }

  private void requireDay(LocalDate on, List<ClockState> paused) {
    if (on == null) {
      throw Refused.at("on", "escalation.refused.no-day");
    }
    if (on.isAfter(Dates.today(clock))) {
      throw Refused.at("on", "calendar.refused.future", on);
    }
    if (paused.stream().anyMatch(state -> on.isBefore(state.startedOn()))) {
      throw Refused.at("on", "calendar.refused.before-start");
    }
  }

  private void requireHandler(CaseId id, Actor actor) {
    if (!sight.handles(id, actor)) {
      throw new Forbidden("escalation.forbidden.not-the-handler");
    }
  }

  private LocalDateTime now() {
    return Dates.local(clock.instant());
  }
}
