package org.petitiondesk.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.OfficeHours;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.escalation.LeaderDecision.Outcome;
import org.petitiondesk.escalation.Receivers.Found;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.OpenWorkReminded;
import org.petitiondesk.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What {@link EscalationClockWatch} does when a moment has come. Runs in the engine's transaction, as the system. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AlarmSteps {

  private static final int AT_THE_TOP = 10;

  private final WatchTable watches;
  private final AlarmTable alarmTable;
  private final LeaderDecisionTable decisions;
  private final ClockAlarms alarms;
  private final Receivers receivers;
  private final WrittenNotices notices;
  private final SupervisionListing listing;
  private final CaseReviews reviews;
  private final MessageSource messages;
  private final OfficeHours officeHours;
  private final EscalationSettings settings;
  private final Clocks clocks;
  private final CaseFiles cases;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AlarmSteps(WatchTable watches, AlarmTable alarmTable, LeaderDecisionTable decisions, ClockAlarms alarms,
      Receivers receivers, WrittenNotices notices, SupervisionListing listing, CaseReviews reviews,
      MessageSource messages, OfficeHours officeHours,
      EscalationSettings settings, Clocks clocks,
      CaseFiles cases, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.watches = watches;
    this.alarmTable = alarmTable;
    this.decisions = decisions;
    this.alarms = alarms;
    this.receivers = receivers;
    this.notices = notices;
    this.listing = listing;
    this.reviews = reviews;
    this.messages = messages;
    this.officeHours = officeHours;
    this.settings = settings;
    this.clocks = clocks;
    this.cases = cases;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What the run goes on with.
   *
   * @param at the moment of the next alarm, ISO 8601; empty for none
   * @param decider whose decision is waited for, {@code role@unit}; empty for nobody's
   */
  public record Next(String at, String decider) {}

  /**
   * Does what is due for the clock of this run: at most one step of its ladder, and once, whatever has woken the run.
   * Outside of office hours nothing goes off; it is put off until the office opens.
   */
  public Next fire(String run) {
    var watch = watches.lockRun(run);
    if (watch.isEmpty()) {
      // The clock has stopped on another thread; the engine will find that out when it writes.
      return new Next("", "");
    }
    var state = clocks.find(watch.get().clock()).orElseThrow();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (!isOnRegister(state.caseId())) {
      return remind(watch.get(), state, now);
    }
    var file = cases.get(state.caseId());
    var fired = watches.fired(state);
    var asked = decisions.open(state.id());
    if (!officeHours.isOpen(now, state.unit())) {
      return waitFor(watch.get(), alarms.next(state, file.urgency(), fired)
          .map(next -> new NextAlarm(next.step(), officeHours.within(later(now, next.at()), state.unit()))),
          asked.map(decision -> decision.until(officeHours.within(later(now, decision.until()), state.unit()))));
    }
    if (asked.isPresent() && !asked.get().until().isAfter(now)) {
      return waitFor(watch.get(), alarms.next(state, file.urgency(), fired),
          Optional.of(raise(asked.get(), file, now)));
    }
    var due = alarms.next(state, file.urgency(), fired).filter(next -> !next.at().isAfter(now));
    if (due.isEmpty()) {
      return waitFor(watch.get(), alarms.next(state, file.urgency(), fired), asked);
    }
    var step = due.get().step();
    var found = receivers.of(step.receiver(), state, file, alarms.role(state.unit()));
    if (found.isNobody()) {
      // The run stops here and becomes an operator's item: who appoints a leader lets it go on.
      throw new IllegalStateException("Nobody in unit " + state.unit() + " or above can receive an alarm of case "
          + file.code() + ": appoint a leader there, then retry");
    }
    fire(step, state, found, now);
    return waitFor(watch.get(), alarms.next(state, file.urgency(), fired.with(step, now)),
        leads(step, state, file) ? Optional.of(ask(step, state, found.unit(), asked, now)) : asked);
  }

  /** A clock may run for something that is not on the register. */
  private boolean isOnRegister(CaseId id) {
    try {
      return cases.get(id) != null;
    } catch (NotFound notOnTheRegister) {
      return false;
    }
  }

  /**
   * Every step of the ladder reminds whoever has the open work of it, and does nothing more: leaders' decisions,
   * supervision and review are about petitions.
   */
  private Next remind(Watch watch, ClockState state, Instant now) {
    var fired = watches.fired(state);
    var next = alarms.next(state, Urgency.NORMAL, fired);
    var opening = next.map(alarm -> new NextAlarm(alarm.step(),
        officeHours.isOpen(now, state.unit()) ? alarm.at() : officeHours.within(later(now, alarm.at()), state.unit())));
    if (opening.filter(alarm -> !alarm.at().isAfter(now)).isEmpty()) {
      return waitFor(watch, opening, Optional.empty());
    }
    var step = next.orElseThrow().step().asReminder();
    alarmTable.insert(UUID.randomUUID(), step, state, "", now);
    audit.append(state.caseId(), Actor.SYSTEM, "alarm.remind", Map.of("clock", state.id().toString(), "kind",
        state.kind(), "due", state.due().on().toString(), "step", step.id()));
    events.publishEvent(new OpenWorkReminded(state.caseId(),
        messages.getMessage("escalation.reminder", new Object[]{
            messages.getMessage("calendar.kind." + state.kind(), null, state.kind(), Locale.SIMPLIFIED_CHINESE),
            state.due().on().toString()}, Locale.SIMPLIFIED_CHINESE),
        now));
    return waitFor(watch, alarms.next(state, Urgency.NORMAL, fired.with(step, now)), Optional.empty());
  }

  /** Whether the step needs a leader: also where the unit can not be put under supervision. */
  private boolean leads(AlarmStep step, ClockState state, CaseFile file) {
    return step.action() == AlarmAction.DECISION
        || step.action() == AlarmAction.SUPERVISION && !listing.byRule(state, file);
  }

  private void fire(AlarmStep step, ClockState state, Found found, Instant now) {
    var id = UUID.randomUUID();
    var words = step.isChase() ? clocks.openPause(state).map(pause -> pause.rule().chase()).orElse("") : "";
    alarmTable.insert(id, step, state, words, now);
    alarmTable.reach(id, found.accounts(), now);
    var details = new LinkedHashMap<String, Object>();
    details.put("clock", state.id().toString());
    details.put("kind", state.kind());
    details.put("due", state.due().on().toString());
    details.put("step", step.id());
    details.put("receivers", found.accounts());
    if (!words.isEmpty()) {
      details.put("words", words);
    }
    if (step.action().isWritten()) {
      details.put("number", notices.issue(step.action(), state, Optional.of(id), found.accounts(), "", Actor.SYSTEM));
    }
    audit.append(state.caseId(), Actor.SYSTEM, "alarm." + step.action().act(),
        details);
    if (step.action() == AlarmAction.REVIEW) {
      reviews.propose(state.caseId(), CaseReviews.Trigger.OVERDUE,
          messages.getMessage("escalation.review.reason", new Object[]{state.due().on()}, Locale.SIMPLIFIED_CHINESE),
          Actor.SYSTEM);
    }
    events.publishEvent(
        new AlarmFired(state.caseId(), state.kind(), step.action(), state.unit(), state.due().on(), words,
            now));
  }

  /** A second step of the ladder that asks for a decision asks somebody else instead. */
  private LeaderDecision ask(AlarmStep step, ClockState state, String unit, Optional<LeaderDecision> before,
      Instant now) {
    if (before.isPresent()) {
      decisions.end(state.id(), Outcome.RAISED);
    }
    var asked = LeaderDecision.ask(state.id(), state.caseId(), step.id(), state.due().on(), unit, now,
        officeHours.daysAfter(now, settings.decisionDays(), unit));
    decisions.insert(asked);
    return asked;
  }

  /** At the top the same question stays with the same people, for ten times as long. */
  private LeaderDecision raise(LeaderDecision asked, CaseFile file, Instant now) {
    var above = receivers.leadersAbove(asked.unit(), file);
    if (above.isNobody() || above.unit().equals(asked.unit())) {
      var longer = asked.until(officeHours.daysAfter(now, AT_THE_TOP * settings.decisionDays(), asked.unit()));
      decisions.prolong(longer);
      return longer;
    }
    decisions.end(asked.clock(), Outcome.RAISED);
    var unit = above.unit();
    var again = LeaderDecision.ask(asked.clock(), asked.caseId(), asked.step(), asked.dueOn(), unit, now,
        officeHours.daysAfter(now, settings.decisionDays(), unit));
    decisions.insert(again);
    audit.append(asked.caseId(), Actor.SYSTEM, "alarm.raised", Map.of("clock", asked.clock().toString(), "step",
        asked.step(), "unit", asked.unit(), "above", unit));
    return again;
  }

  /** While a decision waits, the run wakes up for the next step or for the end of its time, whichever is first. */
  private Next waitFor(Watch watch, Optional<NextAlarm> next, Optional<LeaderDecision> asked) {
    var alarm = asked.filter(decision -> next.isEmpty() || decision.until().isBefore(next.get().at()))
        .map(decision -> new NextAlarm(ClockAlarms.UNDECIDED, decision.until())).or(() -> next);
    watches.update(watch.armed(asked.isPresent() ? Watch.WaitsFor.DECISION : Watch.WaitsFor.ALARM, alarm));
    return new Next(Watch.text(alarm),
        asked.map(decision -> new Group(Role.LEADER, decision.unit()).toString()).orElse(""));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
