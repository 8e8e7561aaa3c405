package org.petitiondesk.escalation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.Term;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseMeasures;
import org.petitiondesk.kernel.CaseReviews;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The decisions of leaders about clocks that run short. A decision moves the process; nothing else does. */
@Component
@Transactional
public class LeaderDecisions {

  private static final int MOST = 50;

  private final WatchTable watches;
  private final LeaderDecisionTable table;
  private final AlarmTable alarmTable;
  private final ClockAlarms alarms;
  private final Receivers receivers;
  private final WrittenNotices notices;
  private final SupervisionListing listing;
  private final Extensions extensions;
  private final CaseMeasures measures;
  private final CaseReviews reviews;
  private final Processes processes;
  private final Clocks clocks;
  private final CaseFiles cases;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LeaderDecisions(WatchTable watches, LeaderDecisionTable table, AlarmTable alarmTable, ClockAlarms alarms,
      Receivers receivers, WrittenNotices notices, SupervisionListing listing, Extensions extensions,
      CaseMeasures measures, CaseReviews reviews, Processes processes, Clocks clocks,
      CaseFiles cases, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.watches = watches;
    this.table = table;
    this.alarmTable = alarmTable;
    this.alarms = alarms;
    this.receivers = receivers;
    this.notices = notices;
    this.listing = listing;
    this.extensions = extensions;
    this.measures = measures;
    this.reviews = reviews;
    this.processes = processes;
    this.clocks = clocks;
    this.cases = cases;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What a leader must know.
   *
   * @param options that the law and the state of the case allow
   * @param longest by how much the clock may be extended, in its unit; 0 when it may not
   * @param handlers who could handle the case instead
   * @param units that could lead it instead
   * @param helpers units that could help
   * @param bar why this person may not decide; empty when they may
   */
  public record Sheet(CaseFile file, ClockState clock, LeaderDecision asked, List<Measure> options, int longest,
      List<String> handlers, List<String> units, List<String> helpers, Optional<CaseMeasures.Said> said,
      Optional<Refused> bar) {}

  /** The open item, by the row rule and for whose it is. */
  public Sheet sheet(CaseId id, String item, Actor actor) {
    var file = cases.open(id, actor);
    var asked = asked(id, item, actor);
    var state = clocks.find(asked.clock()).orElseThrow();
    var handlers = measures.otherHandlers(id);
    var longest = longest(state);
    var options = options(state, file, longest, handlers, actor);
    return new Sheet(file, state, asked, options, longest, handlers,
        options.contains(Measure.MOVE) ? measures.otherUnits(id) : List.of(),
        options.contains(Measure.ADD_HELPER) ? measures.otherHelpers(id) : List.of(), measures.lastWord(id),
        bar(file, actor));
  }

  /** What waits for the leaders of the actor's own unit, to be decided one after the other. */
  @Transactional(readOnly = true)
  public List<LeaderDecision> waiting(Actor actor) {
    return actor.has(Role.LEADER) ? table.waiting(actor.unit(), MOST) : List.of();
  }

  /** Those of the case, the oldest first; for whoever has sight of it. */
  @Transactional(readOnly = true)
  public List<LeaderDecision> of(CaseId id) {
    return table.of(id);
  }

  /** Needs a leader whose item it is and who does not handle the case; each measure its reason. */
  public void decide(DecideClock decision, Actor actor) {
    var id = decision.id();
    cases.requireSight(id, actor);
    var asked = asked(id, decision.item(), actor);
    var watch = watches.lock(asked.clock()).orElseThrow(() -> new Conflict("escalation.conflict.clock-stopped"));
    var file = cases.get(id);
    bar(file, actor).ifPresent(bar -> {
      throw bar;
    });
    Reasons.require(decision.reason());
    var state = clocks.find(asked.clock()).orElseThrow();
    if (!options(state, file, longest(state), measures.otherHandlers(id), actor).contains(decision.measure())) {
      throw Refused.at("measure", "escalation.refused.measure");
    }
    // What the measure does to the clock is not news to the watch: it goes on from here.
    watches.update(watch.moving());
    table.decided(asked.clock(), decision.measure(), decision.reason(), actor);
    var details = new LinkedHashMap<String, Object>();
    details.put("clock", asked.clock().toString());
    details.put("kind", state.kind());
    details.put("measure", decision.measure().name());
    details.put("reason", decision.reason());
    audit.append(id, actor, "leader.decided", details);
    carryOut(decision, state, file, actor);
    var next = clocks.find(asked.clock())
        .flatMap(after -> alarms.next(after, file.urgency(), watches.fired(after)));
    watches.update(watch.armed(Watch.WaitsFor.ALARM, next));
    processes.complete(decision.item(), actor, EscalationClockWatch.ALARM_AT.with(Watch.text(next)));
  }

  private void carryOut(DecideClock decision, ClockState state, CaseFile file, Actor actor) {
    switch (decision.measure()) {
      case URGE -> urge(decision.reason(), state, file, actor);
      case EXTEND -> extensions.order(state, decision.length(), decision.reason(), actor);
      case HAND_OVER -> measures.handOver(file.id(), decision.to(), decision.reason(), actor);
      case MOVE -> measures.moveTo(file.id(), decision.to(), decision.reason(), actor);
      case ADD_HELPER -> measures.addHelper(file.id(), decision.to(), decision.reason(), actor);
      case TAKE_OVER -> measures.takeOver(file.id(), actor.asWhom().id(), decision.reason(), actor);
      case SUPERVISE -> listing.open(state, file, decision.reason(), actor);
      case REVIEW -> reviews.open(file.id(), decision.reason(), actor);
      case LEAVE -> {
      }
    }
  }

  private void urge(String words, ClockState state, CaseFile file, Actor actor) {
    var id = UUID.randomUUID();
    var now = clock.instant();
    var found = receivers.of(ReceiverRole.HOLDER, state, file, alarms.role(state.unit()));
    alarmTable.insert(id, new AlarmStep("urged." + id, 0, AlarmAction.NOTICE, ReceiverRole.HOLDER), state, words, now);
    alarmTable.reach(id, found.accounts(), now);
    var number = notices.issue(AlarmAction.NOTICE, state, Optional.of(id), found.accounts(), words, actor);
    audit.append(file.id(), actor, "alarm.notice", Map.of("clock", state.id().toString(), "kind", state.kind(), "due",
        state.due().on().toString(), "receivers", found.accounts(), "number", number));
    events.publishEvent(new AlarmFired(file.id(), state.kind(), AlarmAction.NOTICE, state.unit(), state.due().on(),
        "", now));
  }

  private List<Measure> options(ClockState state, CaseFile file, int longest, List<String> handlers, Actor actor) {
    var options = new ArrayList<Measure>();
    options.add(Measure.URGE);
    if (longest > 0) {
      options.add(Measure.EXTEND);
    }
    if (!handlers.isEmpty()) {
      options.add(Measure.HAND_OVER);
    }
    // A unit gives its work to no other unit: it objects to the assignment. Whoever is above it decides.
    if (!file.leadUnit().equals(Optional.of(actor.asWhom().unit()))) {
      if (!measures.otherUnits(file.id()).isEmpty()) {
        options.add(Measure.MOVE);
      }
      if (!measures.otherHelpers(file.id()).isEmpty()) {
        options.add(Measure.ADD_HELPER);
      }
    }
    if (measures.mayTakeOver(file.id(), actor.asWhom().id())) {
      options.add(Measure.TAKE_OVER);
    }
    if (listing.mayOrder(state, file, actor)) {
      options.add(Measure.SUPERVISE);
    }
    if (reviews.mayOpen(file.id(), actor)) {
      options.add(Measure.REVIEW);
    }
    options.add(Measure.LEAVE);
    return options;
  }

  private int longest(ClockState state) {
    return clocks.extension(state.caseId(), state.kind()).map(Term::length).orElse(0);
  }

  /** Whoever handles the case does not decide about it: another leader does, or in time the unit above. */
  private static Optional<Refused> bar(CaseFile file, Actor actor) {
    return file.officer().filter(actor::involves).map(officer -> Refused.because("escalation.refused.own-work"));
  }

  private LeaderDecision asked(CaseId id, String item, Actor actor) {
    var task = processes.require(item, actor);
    if (!task.caseId().equals(id) || !task.key().equals(EscalationClockWatch.USER_DECIDE)) {
      throw new NotFound("escalation.not-found.item");
    }
    return watches.lockRun(run(task)).flatMap(watch -> table.open(watch.clock()))
        .orElseThrow(() -> new Conflict("escalation.conflict.clock-stopped"));
  }

  /** The model writes the run into the address of the page; read from the task, it can not be another's. */
  static String run(OpenTask task) {
    return task.form().substring(task.form().indexOf("&run=") + "&run=".length());
  }
}
