package org.petitiondesk.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.PauseRules;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.ReportWithoutReader;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.engine.Decisions;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the models of a petition do when they pass a service task. Runs in the engine's transaction, as the system. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PetitionSteps {

  private static final Actor SYSTEM = Actor.SYSTEM;

  private final CaseFiles cases;
  private final Clocks clocks;
  private final Terms terms;
  private final Letters letters;
  private final PetitionLetters petitionLetters;
  private final PetitionRecords records;
  private final Objections objections;
  private final ReconsiderationRights rights;
  private final ReconsiderationLetters reconsiderationLetters;
  private final ReviewReasons reasons;
  private final Decisions decisions;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final MessageSource messages;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PetitionSteps(CaseFiles cases, Clocks clocks, Terms terms, Letters letters, PetitionLetters petitionLetters,
      PetitionRecords records, Objections objections, ReconsiderationRights rights,
      ReconsiderationLetters reconsiderationLetters, ReviewReasons reasons,
      Decisions decisions, Accounts accounts, AuditTrail audit, MessageSource messages,
      ApplicationEventPublisher events, Clock clock) {
    this.cases = cases;
    this.clocks = clocks;
    this.terms = terms;
    this.letters = letters;
    this.petitionLetters = petitionLetters;
    this.records = records;
    this.objections = objections;
    this.rights = rights;
    this.reconsiderationLetters = reconsiderationLetters;
    this.reasons = reasons;
    this.decisions = decisions;
    this.accounts = accounts;
    this.audit = audit;
    this.messages = messages;
    this.events = events;
    this.clock = clock;
  }

  /** The first routing decision stops the routing clock; the unit's clocks start with the assignment. */
  public Assignment assignUnits(CaseId id) {
    var assignment = records.lastAssignment(id);
    cases.assigned(id, assignment.leadUnit(), assignment.coUnits(), SYSTEM);
    clocks.stop(id, Terms.ROUTING, today(), SYSTEM);
    var petition = cases.get(id);
    objections.assigned(petition, assignment.leadUnit());
    if (records.assignments(id).size() == 1) {
      start(id, Terms.NOTICE, assignment.leadUnit());
      if (petition.simpleTrack()) {
        // Only the screening finds it simple; the time to pass it on has run since the receipt.
        clocks.start(id, Terms.SIMPLE_FORWARD, terms.of(Terms.SIMPLE_FORWARD), petition.receivedOn(),
            petition.registeringUnit(), SYSTEM);
        clocks.stop(id, Terms.SIMPLE_FORWARD, today(), SYSTEM);
        start(id, Terms.SIMPLE_ACCEPTANCE, assignment.leadUnit());
      }
      assignment.reportBy().ifPresent(day -> clocks.start(id, Terms.ASSIGNED, terms.assignedUntil(day), today(),
          assignment.leadUnit(), SYSTEM));
      if (petition.channel() == Channel.HOTLINE) {
        start(id, Terms.hotline(petition), assignment.leadUnit());
      }
    } else {
      // The petitioner waits no longer because two units disagreed.
      clocks.handOver(id, assignment.leadUnit(), today(), SYSTEM);
      followTrack(petition, assignment.leadUnit());
    }
    if (petition.demandClass() == DemandClass.REPORT) {
      // A report is seen by those named on it only: the leaders of the unit come first and hand it to one handler.
      var leaders = accounts.inUnit(assignment.leadUnit(), Role.LEADER).stream()
          .filter(leader -> !cases.isAbout(id, leader)).toList();
      leaders.forEach(leader -> cases.grant(id, leader.id(), SYSTEM));
      if (leaders.isEmpty()) {
        events.publishEvent(new ReportWithoutReader(id));
      }
    }
    return assignment;
  }

  /** Whoever screens a second time may choose the other track; its term runs from the first assignment all the same. */
  private void followTrack(CaseFile petition, String unit) {
    if (!petition.simpleTrack()) {
      clocks.stop(petition.id(), Terms.SIMPLE_ACCEPTANCE, today(), SYSTEM);
      return;
    }
    var known = clocks.of(petition.id());
    if (known.stream().noneMatch(clock -> clock.running() && clock.kind().equals(Terms.SIMPLE_ACCEPTANCE))) {
      var since = known.stream().filter(clock -> clock.kind().equals(Terms.NOTICE)).map(ClockState::startedOn)
          .findFirst().orElseGet(this::today);
      clocks.start(petition.id(), Terms.SIMPLE_ACCEPTANCE, terms.of(Terms.SIMPLE_ACCEPTANCE), since, unit, SYSTEM);
    }
  }

  /** Acceptance starts the handling clock and tells the petitioner. */
  public void accept(CaseId id) {
    var acceptance = records.lastAcceptance(id);
    cases.accepted(id, acceptance.officer().orElseThrow(), acceptance.leader().orElseThrow(), SYSTEM);
    var petition = cases.get(id);
    var lead = petition.leadUnit().orElseThrow();
    clocks.stop(id, Terms.SIMPLE_ACCEPTANCE, today(), SYSTEM);
    objections.accepted(id);
    // A unit that took the case over from another one, or objected to it, has no more time than the first one had.
    if (!isRunning(id, Terms.HANDLING)) {
      start(id, Terms.HANDLING, lead);
    }
    if (petition.simpleTrack() && clocks.of(id).stream().noneMatch(clock -> clock.kind().equals(Terms.SIMPLE_REPLY))) {
      start(id, Terms.SIMPLE_REPLY, lead);
    }
    var due = clocks.of(id).stream().filter(state -> state.kind().equals(Terms.HANDLING)).findFirst().orElseThrow();
    letters.issue(petitionLetters.acceptance(id, due.due().on()), SYSTEM);
  }

  private boolean isRunning(CaseId id, String kind) {
    return clocks.of(id).stream().anyMatch(clock -> clock.running() && clock.kind().equals(kind));
  }

  public void guideAway(CaseId id) {
    var screening = records.lastScreening(id);
    letters.issue(petitionLetters.guidance(id, screening,
        messages.getMessage("petition.route." + screening.route(), null, Locale.SIMPLIFIED_CHINESE)), SYSTEM);
    end(id, ClosingState.NOT_OURS);
  }

  public void refuse(CaseId id) {
    var screening = records.lastScreening(id);
    letters.issue(screening.verdict() == ScreeningVerdict.NO_LONGER
        ? reconsiderationLetters.noLonger(id, screening.target().orElseThrow(), screening.reason())
        : petitionLetters.refusal(id, screening.reason()), SYSTEM);
    end(id, ClosingState.NOT_ACCEPTED);
  }

  public void merge(CaseId id) {
    var target = records.lastScreening(id).target().orElseThrow();
    letters.issue(petitionLetters.merged(id, target), SYSTEM);
    clocks.stopAll(id, today(), SYSTEM);
    cases.mergeInto(id, target, SYSTEM);
  }

  /** Ends the petition track; whoever mediates hears of it through the closing as {@link ClosingState#REFERRED}. */
  public void referToMediation(CaseId id) {
    audit.append(id, SYSTEM, "petition.referred", Map.of("reason", records.lastScreening(id).reason()));
    end(id, ClosingState.REFERRED);
  }

  /** Pauses every clock while the petitioner is asked; returns the end of waiting for a timer. */
  public String askSupplement(CaseId id) {
    var question = records.lastScreening(id).reason();
    cases.move(id, CaseStatus.AWAITING_SUPPLEMENT, SYSTEM);
    clocks.pause(id, today(), PauseRules.SUPPLEMENT, question, SYSTEM);
    letters.issue(petitionLetters.supplement(id, question), SYSTEM);
    return Terms.endOf(terms.lastDay(Terms.SUPPLEMENT));
  }

  public void resumeScreening(CaseId id) {
    // A pause that has passed its latest end is over already.
    if (clocks.isPausedFor(id, PauseRules.SUPPLEMENT)) {
      clocks.resume(id, PauseRules.SUPPLEMENT, today(), SYSTEM);
    }
    cases.move(id, CaseStatus.REGISTERED, SYSTEM);
  }

  /** The approved draft becomes the answer of record and a numbered letter. */
  public void issueReply(CaseId id) {
    var reply = records.lastReply(id).orElseThrow();
    var method = records.deliveryChangeSince(id, reply.draftedAt()).orElse(reply.method());
    cases.answer(id, reply.answers(), SYSTEM);
    letters.issue(petitionLetters.reply(id, reply.answers(), reply.remedy(), method), SYSTEM);
  }

  /** The clock stops at delivery, not at signing, and that of the petitioner's right begins; returns the end of rating for a timer. */
  public String recordAnswer(CaseId id) {
    cases.lock(id);
    var letter = letters.of(id).stream().filter(one -> one.template().equals(PetitionLetters.REPLY))
        .filter(one -> one.deliveredOn().isPresent()).reduce((earlier, later) -> later).orElseThrow();
    var deliveredOn = letter.deliveredOn().orElseThrow();
    clocks.stopAll(id, deliveredOn, SYSTEM);
    rights.arrived(id, OpinionKind.HANDLING, letter.unit(), letter.id(), deliveredOn, Optional.empty(),
        Optional.empty());
    cases.move(id, CaseStatus.DELIVERED, SYSTEM);
    reasons.answered(id);
    return Terms.endOf(terms.lastDay(Terms.RATING));
  }

  /** The decision table {@code petition_closing} says how it ended: "closed" never pretends "solved". */
  public void close(CaseId id) {
    var supported = cases.points(id).stream().flatMap(point -> point.answer().stream())
        .allMatch(answer -> answer.outcome() == Outcome.SUPPORTED);
    var solved = records.rating(id).map(rating -> rating.solved().name()).orElse("SILENT");
    var row = decisions.evaluate("petition_closing", Map.of("supported", supported, "solved", solved)).single();
    audit.append(id, SYSTEM, "petition.closing-decided", Map.of("rule", row.ruleId(), "reason", row.annotation()));
    cases.close(id, ClosingState.valueOf(row.text("state")), SYSTEM);
  }

  public void withdraw(CaseId id) {
    letters.issue(petitionLetters.withdrawn(id), SYSTEM);
    end(id, ClosingState.WITHDRAWN);
  }

  private void end(CaseId id, ClosingState state) {
    clocks.stopAll(id, today(), SYSTEM);
    cases.close(id, state, SYSTEM);
  }

  private void start(CaseId id, String kind, String unit) {
    clocks.start(id, kind, terms.of(kind), today(), unit, SYSTEM);
  }

  private LocalDate today() {
    return Dates.today(clock);
  }
}
