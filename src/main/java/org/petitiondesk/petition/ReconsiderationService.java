package org.petitiondesk.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Texts;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Unit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reconsideration (复查) and final review (复核): asked for by the petitioner, decided by the next higher body. Nobody who
 * took part in the opinion below takes part in this one.
 */
@Service
@Transactional
public class ReconsiderationService {

  private static final int LONGEST_TEXT = 20_000;

  private final ReconsiderationRecords records;
  private final ReconsiderationRights rights;
  private final PetitionRecords petitionRecords;
  private final ReplyService replies;
  private final CaseFiles cases;
  private final Accounts accounts;
  private final Documents documents;
  private final Letters letters;
  private final ReconsiderationLetters texts;
  private final Clocks clocks;
  private final Terms terms;
  private final AuditTrail audit;
  private final ReconsiderationWorkflow workflow;
  private final Clock clock;

  ReconsiderationService(ReconsiderationRecords records, ReconsiderationRights rights, PetitionRecords petitionRecords,
      ReplyService replies, CaseFiles cases, Accounts accounts, Documents documents, Letters letters,
      ReconsiderationLetters texts, Clocks clocks, Terms terms, AuditTrail audit, ReconsiderationWorkflow workflow,
      Clock clock) {
    this.records = records;
    this.rights = rights;
    this.petitionRecords = petitionRecords;
    this.replies = replies;
    this.cases = cases;
    this.accounts = accounts;
    this.documents = documents;
    this.letters = letters;
    this.texts = texts;
    this.clocks = clocks;
    this.terms = terms;
    this.audit = audit;
    this.workflow = workflow;
    this.clock = clock;
  }

  /** Every request of the case, oldest first. */
  @Transactional(readOnly = true)
  public List<Reconsideration> of(CaseId id) {
    return records.requests(id);
  }

  /** The request that a body is working on. */
  @Transactional(readOnly = true)
  public Optional<Reconsideration> open(CaseId id) {
    return records.open(id);
  }

  @Transactional(readOnly = true)
  public List<ReviewDraft> drafts(UUID request) {
    return records.drafts(request);
  }

  @Transactional(readOnly = true)
  public List<Approval> approvals(UUID request) {
    return records.approvals(request);
  }

  @Transactional(readOnly = true)
  public List<Hearing> hearings(UUID request) {
    return records.hearings(request);
  }

  /** On the petitioner's own page: today, and never too late. */
  public void ask(CaseId id, String reasons, List<Upload> files) {
    ask(new AskReconsideration(id, Dates.today(clock), reasons, files, ""), Actor.PUBLIC);
  }

  /**
   * Recorded at the counter by the office that registered the case; the caller has checked that. After the time it needs
   * a LEADER there, who lets it in for a reason.
   *
   * @throws Conflict when it was asked for already, or nothing can be asked for any more
   */
  public void ask(AskReconsideration asked, Actor actor) {
    var id = asked.id();
    records.lockOpinions(id);
    var petition = cases.get(id);
    var right = requireRight(id);
    var body = rights.body(id, right.opinion()).orElseThrow(() -> Refused.because("petition.refused.body-outside"));
    check(asked, right, actor);
    var request = new Reconsideration(UUID.randomUUID(), id, right.opinion().id(), right.level(), body.id(),
        asked.askedOn(), asked.reasons().strip(), isLate(asked, right) ? asked.lateReason().strip() : "",
        petition.isClosed(), actor.id(), records.instant(), Optional.empty(), Optional.empty(),
        Optional.empty());
    records.addRequest(request, (int) records.requests(id).stream()
        .filter(earlier -> earlier.opinion().equals(right.opinion().id())).count() + 1);
    asked.files().forEach(upload -> documents.add(id, DocumentKind.MATERIAL, upload, actor));
    clocks.stop(id, right.level().requestClock(), asked.askedOn(), Actor.SYSTEM);
    clocks.start(id, right.level().clock(), terms.of(right.level().clock()), asked.askedOn(), body.id(), Actor.SYSTEM);
    cases.underReconsideration(id, body.id(), actor);
    // Without the reasons: they are the petitioner's own words and not a decision.
    audit.append(id, actor, "reconsideration.asked", request.lateReason().isEmpty()
        ? Map.of("opinionKind", right.level().name(), "unit", body.id(), "on", asked.askedOn().toString())
        : Map.of("opinionKind", right.level().name(), "unit", body.id(), "on", asked.askedOn().toString(), "reason",
            request.lateReason()));
    nameLeaders(petition, body);
    workflow.begin(id, body.id(), PetitionRestart.facts(petition), actor);
  }

  private ReviewRight requireRight(CaseId id) {
    if (records.open(id).isPresent()) {
      throw new Conflict("petition.conflict.asked-already");
    }
    var last = records.lastOpinion(id).orElseThrow(() -> Refused.because("petition.refused.no-opinion"));
    if (last.isFinal()) {
      throw new Conflict("petition.conflict.final");
    }
    return rights.of(id).orElseThrow(() -> new Conflict("petition.conflict.handled-anew"));
  }

  private void check(AskReconsideration asked, ReviewRight right, Actor actor) {
    if (asked.reasons().isBlank()) {
      throw Refused.at("reasons", "petition.refused.no-review-reasons");
    }
    Texts.check("reasons", asked.reasons(), LONGEST_TEXT);
    Texts.check("lateReason", asked.lateReason(), LONGEST_TEXT);
    if (asked.askedOn().isAfter(Dates.today(clock)) || asked.askedOn().isBefore(right.opinion().deliveredOn())) {
      throw Refused.at("askedOn", "petition.refused.asked-on", right.opinion().deliveredOn());
    }
    if (!isLate(asked, right)) {
      return;
    }
    if (actor.equals(Actor.PUBLIC)) {
      throw Refused.because("petition.refused.asked-too-late", right.time().due().on());
    }
    if (!actor.has(Role.LEADER)) {
      throw Refused.at("lateReason", "petition.refused.late-needs-leader", right.time().due().on());
    }
    if (asked.lateReason().isBlank()) {
      throw Refused.at("lateReason", "petition.refused.no-late-reason", right.time().due().on());
    }
  }

  private static boolean isLate(AskReconsideration asked, ReviewRight right) {
    return asked.askedOn().isAfter(right.time().due().on());
  }

  /** A report is seen by those named on it only: the leaders of the body come first and hand it to one reviewer. */
  private void nameLeaders(CaseFile petition, Unit body) {
    if (petition.isReport()) {
      accounts.inUnit(body.id(), Role.LEADER).stream().filter(leader -> !cases.isAbout(petition.id(), leader))
          .forEach(leader -> cases.grant(petition.id(), leader.id(), Actor.SYSTEM));
    }
  }

  /**
   * The petitioner takes the request back, on the own page or at the counter of the office that registered the case (the
   * caller has checked that): the opinion stands, and what is left of the time to ask is left. Refused without a reason.
   *
   * @throws Conflict once the body has decided, or when nothing is asked for
   */
  public void withdraw(CaseId id, String reason, Actor actor) {
    records.lockOpinions(id);
    var asked = requireOpen(id);
    if (isDecided(asked)) {
      throw new Conflict("petition.conflict.request-decided");
    }
    require("reason", reason, "petition.refused.no-reason.withdraw");
    records.addWithdrawal(asked.id(), reason, actor);
    // Without the reason: it is the petitioner's own words and not a decision.
    audit.append(id, actor, "reconsideration.withdrawn", Map.of("opinionKind", asked.level().name()));
    if (!workflow.withdrawn(id, actor)) {
      throw new Conflict("petition.conflict.not-in-reconsideration");
    }
  }

  /** Whether the petitioner can take the open request back. */
  @Transactional(readOnly = true)
  public boolean isWithdrawable(CaseId id) {
    return records.open(id).filter(asked -> !isDecided(asked)).isPresent() && workflow.isWithdrawable(id);
  }

  private boolean isDecided(Reconsideration asked) {
    return records.approvals(asked.id()).stream().anyMatch(Approval::approved);
  }

  /** Needs REVIEWER of the body. What is not let in needs its formal reason, which the petitioner is told. */
  public void admit(CaseId id, String item, boolean admitted, String reason, Actor actor) {
    workflow.requireItem(id, item, PetitionReconsideration.USER_ADMIT, actor);
    var asked = requireOpen(id);
    requireUninvolved(asked, actor);
    if (!admitted && reason.isBlank()) {
      throw Refused.at("reason", "petition.refused.no-reason.refuse-review");
    }
    records.addAdmission(asked.id(), admitted, reason, actor);
    audit.append(id, actor, admitted ? "reconsideration.admitted" : "reconsideration.refused",
        Map.of("opinionKind", asked.level().name(), "reason", reason));
    workflow.admitted(item, admitted, actor);
  }

  /** Needs the reviewer. Only a final review hears both sides; the leader of the body decides on it. */
  public void callHearing(CallHearing hearing, Actor actor) {
    var id = hearing.id();
    workflow.requireItem(id, hearing.item(), PetitionReconsideration.USER_EXAMINE, actor);
    var asked = requireOpen(id);
    requireUninvolved(asked, actor);
    if (asked.level() != OpinionKind.FINAL_REVIEW) {
      throw Refused.because("petition.refused.hearing-level");
    }
    if (!hearing.plannedOn().isAfter(Dates.today(clock))) {
      throw Refused.at("plannedOn", "petition.refused.hearing-day");
    }
    require("place", hearing.place(), "petition.refused.no-place");
    require("participants", hearing.participants(), "petition.refused.no-participants");
    require("matters", hearing.matters(), "petition.refused.no-matters");
    records.addHearing(asked.id(), hearing, actor);
    audit.append(id, actor, "hearing.asked", Map.of("on", hearing.plannedOn().toString()));
    workflow.examined(hearing.item(), true, actor);
  }

  /** Needs LEADER of the body: while the hearing goes on, the time for the opinion stands still. */
  public void decideHearing(CaseId id, String item, boolean approved, String reason, Actor actor) {
    workflow.requireItem(id, item, PetitionReconsideration.USER_APPROVE_HEARING, actor);
    var asked = requireOpen(id);
    requireUninvolved(asked, actor);
    var hearing = lastHearing(asked);
    requireAnother(hearing.askedBy(), actor);
    requireReasonToReturn(approved, reason);
    records.addHearingApproval(hearing.id(), approved, reason, actor);
    audit.append(id, actor, approved ? "hearing.approved" : "hearing.returned", Map.of("reason", reason));
    workflow.hearingDecided(item, approved, actor);
  }

  /** Needs the reviewer. A hearing that was held has a record that is signed; the signed paper is filed with it. */
  public void recordHearing(RecordHearing minutes, Actor actor) {
    var id = minutes.id();
    workflow.requireItem(id, minutes.item(), PetitionReconsideration.USER_RECORD_HEARING, actor);
    var asked = requireOpen(id);
    var hearing = lastHearing(asked);
    require("record", minutes.record(), minutes.held()
        ? "petition.refused.no-record"
        : "petition.refused.no-reason.hearing-not-held");
    if (minutes.held()) {
      checkHeld(minutes, hearing);
    }
    records.addMinutes(hearing.id(), minutes, actor);
    minutes.files().forEach(upload -> documents.add(id, DocumentKind.PROOF, upload, actor));
    audit.append(id, actor, minutes.held() ? "hearing.held" : "hearing.not-held",
        Map.of("on", minutes.heldOn().toString(), "files", minutes.files().size()));
    workflow.done(minutes.item(), actor);
  }

  private void checkHeld(RecordHearing minutes, Hearing hearing) {
    var called = Dates.local(hearing.approval().orElseThrow().decidedAt()).toLocalDate();
    if (minutes.heldOn().isAfter(Dates.today(clock)) || minutes.heldOn().isBefore(called)) {
      throw Refused.at("heldOn", "petition.refused.held-on", called);
    }
    require("signatures", minutes.signatures(), "petition.refused.no-signatures");
    if (minutes.files().isEmpty()) {
      throw Refused.at("files", "petition.refused.no-signed-record");
    }
  }

  /** The letter of a draft that is being written; refused like the draft itself while a part is missing. */
  @Transactional(readOnly = true)
  public String preview(DraftOpinion draft, Actor actor) {
    workflow.requireItem(draft.id(), draft.item(), PetitionReconsideration.USER_EXAMINE, actor);
    check(draft);
    return preview(draft.id(), new ReviewDraft(0, draft.findings(), draft.method(), actor.id(), records.instant()));
  }

  /** The letter as it would go out for this draft. */
  @Transactional(readOnly = true)
  public String preview(CaseId id, ReviewDraft draft) {
    return letters.preview(texts.opinion(requireOpen(id), draft, draft.method()));
  }

  /** Needs the reviewer. Every demand point gets its result with facts and basis, or it is refused. */
  public void draft(DraftOpinion draft, Actor actor) {
    var id = draft.id();
    workflow.requireItem(id, draft.item(), PetitionReconsideration.USER_EXAMINE, actor);
    var asked = requireOpen(id);
    requireUninvolved(asked, actor);
    check(draft);
    records.addDraft(asked.id(), draft.findings(), draft.method(), actor);
    audit.append(id, actor, "opinion.drafted", Map.of("opinionKind", asked.level().name(), "reviewResult",
        Finding.inAll(draft.findings()).name(), "method", draft.method().name()));
    workflow.examined(draft.item(), false, actor);
  }

  private void check(DraftOpinion draft) {
    var given = draft.findings().stream()
        .collect(Collectors.toMap(Finding::number, Function.identity(), (first, second) -> second));
    var points = cases.points(draft.id());
    for (var i = 0; i < points.size(); i++) {
      check(given.get(points.get(i).number()), points.get(i).number(), "findings[" + i + "].");
    }
    var known = points.stream().map(point -> point.number()).collect(Collectors.toSet());
    if (!known.containsAll(given.keySet())) {
      throw Refused.because("petition.refused.unknown-point");
    }
    replies.checkMethod(draft.id(), draft.method());
  }

  private static void check(Finding finding, int number, String field) {
    if (finding == null || finding.result() == null) {
      throw Refused.at(field + "result", "petition.refused.no-review-result", number);
    }
    if (finding.facts().isBlank()) {
      throw Refused.at(field + "facts", "petition.refused.no-facts", number);
    }
    if (finding.basis().isBlank()) {
      throw Refused.at(field + "basis", "petition.refused.no-basis", number);
    }
    if (finding.result() == ReviewResult.CHANGE && finding.outcome() == null) {
      throw Refused.at(field + "outcome", "petition.refused.no-outcome", number);
    }
  }

  /** Needs LEADER of the body; never of one's own draft. Returning needs a reason. */
  public void decide(CaseId id, String item, boolean approved, String reason, Actor actor) {
    workflow.requireItem(id, item, PetitionReconsideration.USER_APPROVE, actor);
    var asked = requireOpen(id);
    bar(id, actor).ifPresent(bar -> {
      throw bar;
    });
    requireReasonToReturn(approved, reason);
    var draft = records.lastDraft(asked.id()).orElseThrow();
    records.addApproval(asked.id(), draft.draftNumber(), approved, reason, actor);
    audit.append(id, actor, approved ? "opinion.approved" : "opinion.returned",
        Map.of("draft", draft.draftNumber(), "reason", reason));
    workflow.approved(item, approved, actor);
  }

  /** After the opinion could not be delivered: another way. Needs the reviewer. */
  public void changeDelivery(CaseId id, String item, DeliveryMethod method, String reason, Actor actor) {
    workflow.requireItem(id, item, PetitionReconsideration.USER_CHANGE_DELIVERY, actor);
    replies.checkMethod(id, method);
    if (reason.isBlank()) {
      throw Refused.at("reason", "petition.refused.no-reason.delivery");
    }
    petitionRecords.addDeliveryChange(id, method, reason, actor);
    audit.append(id, actor, "opinion.delivery-changed", Map.of("method", method.name(), "reason", reason));
    workflow.done(item, actor);
  }

  /** Why this person may not decide on the last draft. */
  @Transactional(readOnly = true)
  public Optional<Refused> bar(CaseId id, Actor actor) {
    var asked = requireOpen(id);
    if (records.lastDraft(asked.id()).filter(draft -> actor.involves(draft.draftedBy())).isPresent()) {
      return Optional.of(Refused.because("petition.refused.own-draft"));
    }
    return involvement(asked, actor);
  }

  private void requireUninvolved(Reconsideration asked, Actor actor) {
    involvement(asked, actor).ifPresent(bar -> {
      throw bar;
    });
  }

  /** Recusal: whoever belongs to a unit that decided below, or had a part in the opinions that are looked at again. */
  private Optional<Refused> involvement(Reconsideration asked, Actor actor) {
    var units = below(asked).stream().map(Opinion::unit).collect(Collectors.toSet());
    if (units.contains(actor.unit()) || units.contains(actor.asWhom().unit())) {
      return Optional.of(Refused.because("petition.refused.of-the-unit-below"));
    }
    return handsBelow(asked).stream().anyMatch(actor::involves)
        ? Optional.of(Refused.because("petition.refused.took-part-below"))
        : Optional.empty();
  }

  private Set<String> handsBelow(Reconsideration asked) {
    var id = asked.caseId();
    var hands = new HashSet<String>();
    var petition = cases.get(id);
    petition.officer().ifPresent(hands::add);
    petition.leader().ifPresent(hands::add);
    petitionRecords.acceptances(id).forEach(each -> hands.add(each.decidedBy()));
    petitionRecords.notes(id).forEach(each -> hands.add(each.writtenBy()));
    petitionRecords.replies(id).forEach(each -> hands.add(each.draftedBy()));
    petitionRecords.approvals(id).forEach(each -> hands.add(each.decidedBy()));
    var reviews = below(asked).stream().flatMap(one -> one.reconsideration().stream()).collect(Collectors.toSet());
    records.requests(id).stream().filter(other -> reviews.contains(other.id())).forEach(other -> {
      other.admission().ifPresent(each -> hands.add(each.decidedBy()));
      records.drafts(other.id()).forEach(each -> hands.add(each.draftedBy()));
      records.approvals(other.id()).forEach(each -> hands.add(each.decidedBy()));
    });
    return hands;
  }

  /**
   * The opinion that is asked about and those that it was itself asked about; not what was ordered anew before: whoever
   * ordered it may look at what came of it.
   */
  private List<Opinion> below(Reconsideration asked) {
    var opinions = records.opinions(asked.caseId()).stream().collect(Collectors.toMap(Opinion::id, one -> one));
    var requests = records.requests(asked.caseId()).stream().collect(Collectors.toMap(Reconsideration::id, one -> one));
    return Stream.iterate(Optional.of(opinions.get(asked.opinion())), Optional::isPresent,
        one -> one.flatMap(Opinion::reconsideration).map(requests::get).map(Reconsideration::opinion)
            .map(opinions::get))
        .map(Optional::get).toList();
  }

  private static void requireAnother(String account, Actor actor) {
    if (actor.involves(account)) {
      throw Refused.because("petition.refused.own-draft");
    }
  }

  private static void requireReasonToReturn(boolean approved, String reason) {
    if (!approved && reason.isBlank()) {
      throw Refused.at("reason", "petition.refused.no-reason.return");
    }
  }

  private static void require(String field, String text, String sentence) {
    if (text.isBlank()) {
      throw Refused.at(field, sentence);
    }
    Texts.check(field, text, LONGEST_TEXT);
  }

  private Hearing lastHearing(Reconsideration asked) {
    return records.hearings(asked.id()).stream().reduce((earlier, later) -> later).orElseThrow();
  }

  private Reconsideration requireOpen(CaseId id) {
    return records.open(id).orElseThrow(() -> new Conflict("petition.conflict.not-in-reconsideration"));
  }

  /** The last day for the request that is open, unless its clock stands still. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> due(Reconsideration asked) {
    return clocks.of(asked.caseId()).stream().filter(ClockState::running)
        .filter(state -> state.kind().equals(asked.level().clock()) && !state.paused()).findFirst()
        .map(state -> state.due().on());
  }
}
