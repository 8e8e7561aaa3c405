package org.petitiondesk.escalation;

import java.time.Clock;
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
import org.petitiondesk.calendar.Term;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.CaseStatusChanged;
import org.petitiondesk.documents.LetterDelivered;
import org.petitiondesk.documents.LetterIssued;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.escalation.Extension.State;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * More time for a case: asked for by who handles it, decided on by the head of the unit before the date has passed, told
 * to the petitioner with proof. How much and how often is said by the decision table of terms.
 */
@Component
@Transactional
public class Extensions {

  /** The letter that tells the petitioner. */
  public static final String LETTER = "petition_extension";

  private final ExtensionTable table;
  private final Receivers receivers;
  private final Clocks clocks;
  private final CaseFiles cases;
  private final CaseSight sight;
  private final Letters letters;
  private final Processes processes;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Extensions(ExtensionTable table, Receivers receivers, Clocks clocks, CaseFiles cases, CaseSight sight,
      Letters letters,
      Processes processes, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.receivers = receivers;
    this.clocks = clocks;
    this.cases = cases;
    this.sight = sight;
    this.letters = letters;
    this.processes = processes;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** @param longest by how much the clock may be extended, with the rule that says so */
  public record Possible(ClockState clock, Term longest) {}

  /** What the actor may ask for: who handles the case, while the law allows it and nothing is asked for yet. */
  @Transactional(readOnly = true)
  public Optional<Possible> possible(CaseId id, Actor actor) {
    if (!sight.handles(id, actor)) {
      return Optional.empty();
    }
    var open = waiting(id).map(Extension::clock).toList();
    return clocks.of(id).stream().filter(ClockState::running)
        .filter(state -> !open.contains(state.id()) && !state.isExtendedByConsent())
        .flatMap(state -> clocks.extension(id, state.kind()).map(longest -> new Possible(state, longest)).stream())
        .findFirst();
  }

  /** Those of the case, the oldest first; for whoever has sight of it. */
  @Transactional(readOnly = true)
  public List<Extension> of(CaseId id) {
    return table.of(id);
  }

  /** Needs who handles the case; refused when the law does not allow it, not that long, or without a reason. */
  public void ask(CaseId id, int length, String reason, Actor actor) {
    cases.requireSight(id, actor);
    var file = cases.get(id);
    if (!sight.handles(id, actor)) {
      throw new Forbidden("escalation.forbidden.not-the-handler");
    }
    var possible = possible(id, actor).orElseThrow(() -> Refused.because("escalation.refused.no-extension"));
    Reasons.require(reason);
    requireLength(length, possible.longest());
    var state = possible.clock();
    var asked = extension(state, length, possible.longest(), reason, actor);
    table.insert(asked);
    audit.append(id, actor, "extension.asked", details(asked));
    var approvers = receivers.of(ReceiverRole.UNIT_LEADER, state, file, Role.HANDLER);
    if (approvers.isNobody()) {
      throw new Conflict("escalation.conflict.no-leader");
    }
    table.runs(asked.id(), processes.start(EscalationExtension.KEY, id,
        EscalationExtension.APPROVERS.with(new Group(Role.LEADER, approvers.unit()).toString())
            .with(EscalationExtension.LAPSES_AT,
                state.due().end().atZone(Dates.ZONE).toOffsetDateTime().toString())));
  }

  /** The request of an open item. */
  public Extension asked(CaseId id, String item, Actor actor) {
    var task = processes.require(item, actor);
    if (!task.caseId().equals(id) || !task.key().equals(EscalationExtension.USER_APPROVE)) {
      throw new NotFound("escalation.not-found.item");
    }
    return table.ofRun(LeaderDecisions.run(task))
        .orElseThrow(() -> new Conflict("escalation.conflict.extension-ended"));
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
    audit.append(id, actor, approved ? "extension.granted" : "extension.refused", details);
    if (approved) {
      extend(asked, actor);
    }
    processes.complete(item, actor, EscalationExtension.APPROVED.with(approved));
  }

  /** Why this person may not decide: nobody approves time for their own work, or what they asked for themselves. */
  public Optional<Refused> bar(CaseId id, Actor actor) {
    return sight.handles(id, actor) || waiting(id).anyMatch(asked -> actor.involves(asked.askedBy()))
        ? Optional.of(Refused.because("escalation.refused.own-work"))
        : Optional.empty();
  }

  /** A leader's own decision, without a request. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void order(ClockState state, int length, String reason, Actor actor) {
    var longest = clocks.extension(state.caseId(), state.kind())
        .orElseThrow(() -> Refused.because("escalation.refused.no-extension"));
    requireLength(length, longest);
    var ordered = extension(state, length, longest, reason, actor);
    table.insert(ordered);
    table.end(ordered.id(), State.GRANTED, actor.id(), clock.instant(), "");
    audit.append(state.caseId(), actor, "extension.granted", details(ordered));
    extend(ordered, actor);
  }

  /** The clock has run out before anybody decided. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lapse(String run) {
    table.ofRun(run).ifPresent(asked -> {
      table.end(asked.id(), State.LAPSED, Actor.SYSTEM.id(), clock.instant(), "");
      audit.append(asked.caseId(), Actor.SYSTEM, "extension.lapsed", details(asked));
    });
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(CaseStatusChanged changed) {
    if (changed.to() == CaseStatus.DELIVERED || changed.to() == CaseStatus.CLOSED) {
      waiting(changed.id()).forEach(this::moot);
    }
  }

  /** A clock that has stopped or is in other hands gets no more time for what its former unit said. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(ClockEntered entered) {
    if (Set.of(LedgerEntry.Kind.HAND_OVER, LedgerEntry.Kind.STOP).contains(entered.entry().kind())) {
      waiting(entered.clock().caseId()).filter(asked -> asked.clock().equals(entered.clock().id()))
          .forEach(this::moot);
    }
  }

  private Stream<Extension> waiting(CaseId id) {
    return table.of(id).stream().filter(asked -> asked.state() == State.ASKED);
  }

  private void moot(Extension asked) {
    table.end(asked.id(), State.MOOT, Actor.SYSTEM.id(), clock.instant(), "");
    processes.correlateRun(EscalationExtension.EXTENSION_MOOT, asked.run(), Facts.none(), Actor.SYSTEM);
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(LetterIssued issued) {
    if (issued.template().equals(LETTER)) {
      table.letter(issued.caseId(), issued.id());
    }
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(LetterDelivered delivered) {
    if (delivered.template().equals(LETTER)) {
      table.told(delivered.id(), delivered.on(), letters.get(delivered.id()).proof().orElse(""));
    }
  }

  private void extend(Extension granted, Actor actor) {
    clocks.extend(granted.caseId(), granted.kind(), granted.length(), granted.reason(), actor);
    var due = clocks.find(granted.clock()).orElseThrow().due().on();
    events.publishEvent(
        new ExtensionGranted(granted.caseId(), granted.length(), granted.unit(), granted.reason(), due));
  }

  private Extension extension(ClockState state, int length, Term longest, String reason, Actor actor) {
    return new Extension(UUID.randomUUID(), state.id(), state.caseId(), state.kind(), length, longest.unit(), reason,
        actor.asWhom().id(), clock.instant(), "", State.ASKED, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Map<String, Object> details(Extension extension) {
    var details = new LinkedHashMap<String, Object>();
    details.put("kind", extension.kind());
    details.put("length", extension.length());
    details.put("termUnit", extension.unit().name());
    details.put("reason", extension.reason());
    return details;
  }

  private static void requireLength(int length, Term longest) {
    if (length < 1 || length > longest.length()) {
      throw Refused.at("length", "escalation.refused.length", longest.length(), longest.rule());
    }
  }
}
