package org.petitiondesk.dispute;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseClosed;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.CaseLinks;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.FollowerCode;
import org.petitiondesk.casefile.NewParty;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.PersonBarred;
import org.petitiondesk.casefile.Receipt;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.casefile.Texts;
import org.petitiondesk.dispute.Dispute.Mediator;
import org.petitiondesk.dispute.Dispute.Session;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people do about a dispute until there is an agreement: consent, mediator, records, sessions. */
@Service
@Transactional
public class MediationService {

  private static final int WORDS = 4_000;
  private static final int RECORD = 20_000;
  private static final int LINE = 300;

  private final DisputeTable disputes;
  private final Committees committees;
  private final DisputeTimes times;
  private final DisputeWorkflow workflow;
  private final CaseFiles cases;
  private final CaseLinks links;
  private final Clocks clocks;
  private final Documents documents;
  private final AuditTrail audit;

  MediationService(DisputeTable disputes, Committees committees, DisputeTimes times, DisputeWorkflow workflow,
      CaseFiles cases, CaseLinks links, Clocks clocks, Documents documents, AuditTrail audit) {
    this.disputes = disputes;
    this.committees = committees;
    this.times = times;
    this.workflow = workflow;
    this.cases = cases;
    this.links = links;
    this.clocks = clocks;
    this.documents = documents;
    this.audit = audit;
  }

  /** By the row rule. */
  @Transactional(readOnly = true)
  public Dispute get(CaseId id, Actor actor) {
    cases.requireSight(id, actor);
    return forReader(disputes.get(id), actor);
  }

  /** What was said and written in a mediation is the committee's; others who see the case see how it stands. */
  private Dispute forReader(Dispute dispute, Actor actor) {
    return committees.isOf(dispute, actor.asWhom()) ? dispute : dispute.outside();
  }

  /** What an item is about, for the one who may work on it. */
  @Transactional(readOnly = true)
  public Dispute forItem(CaseId id, String item, String step, Actor actor) {
    workflow.require(id, item, step, actor);
    return get(id, actor);
  }

  /** Registers it for the committee of the place. Both sides have to be named; an entrusted one needs its paper. */
  public Receipt open(OpenDispute command, Actor actor) {
    if (command.source() == null || command.source() == DisputeSource.PETITION) {
      throw Refused.at("source", "dispute.refused.source");
    }
    if (command.kind() == null) {
      throw Refused.at("kind", "dispute.refused.kind");
    }
    if (command.source().isEntrusted() && command.reference().isBlank()) {
      throw Refused.at("reference", "dispute.refused.reference");
    }
    if (command.parties().stream().noneMatch(party -> party.role() == PartyRole.RESPONDENT)) {
      throw Refused.at("other.name", "dispute.refused.other-side");
    }
    return register(command, Optional.empty(), actor);
  }

  /** Screening referred a petition to mediation: the dispute is a case of its own, linked with the petition. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(CaseClosed closed) {
    if (closed.state() != ClosingState.REFERRED || disputes.ofPetition(closed.id()).isPresent()) {
      return;
    }
    var petition = cases.get(closed.id());
    var parties = cases.parties(closed.id()).stream().map(party -> new NewParty(party.role(), party.kind(),
        party.name(), party.identityNumber(), party.phone(), party.email(), party.address(), party.representative(),
        party.electronicConsent())).toList();
    var receipt = register(new OpenDispute(DisputeSource.PETITION, "", DisputeKind.OTHER, times.today(),
        petition.territory(), petition.title(), petition.text(), parties), Optional.of(closed.id()), Actor.SYSTEM);
    links.relate(closed.id(), receipt.id(), "");
  }

  /** The office that referred a petition goes on seeing what becomes of it. */
  private Receipt register(OpenDispute command, Optional<CaseId> petition, Actor actor) {
    var committee = committees.competent(command.territory(),
        petition.map(id -> cases.get(id).registeringUnit()).orElse(actor.unit()));
    var office = petition.map(id -> cases.get(id).registeringUnit()).orElse(committee);
    var receipt = cases.register(new RegisterCase(CaseKind.DISPUTE, Channel.VISIT, DemandClass.CLAIM,
        command.receivedOn(), office, command.territory(), command.title(), command.text(), false,
        command.parties(), List.of(), List.of()), actor);
    disputes.insert(receipt.id(), command, petition, committee);
    cases.assigned(receipt.id(), committee, List.of(), Actor.SYSTEM);
    audit.append(receipt.id(), actor, "dispute.opened",
        Map.of("source", command.source().name(), "disputeKind", command.kind().name(), "unit", committee));
    workflow.begin(receipt.id(), committee,
        command.parties().stream().anyMatch(party -> party.role() == PartyRole.RESPONDENT));
    return receipt;
  }

  /** Whoever was not known when a petition was referred. Refused when the other side is named already. */
  public void nameOther(CaseId id, String item, NewParty other, Actor actor) {
    workflow.require(id, item, DisputeMediation.USER_NAME, actor);
    cases.requireSight(id, actor);
    lock(id);
    if (cases.parties(id).stream().anyMatch(party -> party.role() == PartyRole.RESPONDENT)) {
      throw Refused.at("name", "dispute.refused.other-known");
    }
    requireText("name", other.name(), LINE);
    cases.addParty(id, other, actor);
    workflow.named(item, actor);
  }

  /** The code with which a side follows the dispute on its public page; each time it is handed out is on record. */
  public FollowerCode handOutCode(CaseId id, Side side, Actor actor) {
    var dispute = lock(id);
    committees.require(dispute, actor);
    requireNamed(id, side);
    audit.append(id, actor, "dispute.code-handed-out", Map.of("side", side.name()));
    return cases.followerCode(id, side.name());
  }

  /**
   * What the sides have said at the office; nothing for a side that has not said anything. One refusal, or both consents,
   * and it goes on.
   */
  public void recordConsent(CaseId id, String item, Map<Side, Boolean> said, String words, Actor actor) {
    workflow.require(id, item, DisputeMediation.USER_CONSENT, actor);
    cases.requireSight(id, actor);
    var dispute = lock(id);
    if (said.isEmpty()) {
      throw Refused.because("dispute.refused.no-consent");
    }
    if (said.size() > 1 && !words.isBlank()) {
      throw Refused.at("words", "dispute.refused.whose-words");
    }
    said.forEach((side, agreed) -> consent(dispute, side, agreed, words, Via.OFFICE, actor));
    settled(id).ifPresent(consented -> workflow.consentSettled(item, consented, actor));
  }

  /** On its public page, where the caller has checked code and secret. */
  public void consent(CaseId id, Side side, boolean agreed, String words) {
    consent(lock(id), side, agreed, words, Via.PORTAL, Actor.PUBLIC);
    settled(id).ifPresent(consented -> workflow.consentSettled(id, consented, Actor.PUBLIC));
  }

  private void consent(Dispute dispute, Side side, boolean agreed, String words, Via via, Actor actor) {
    if (dispute.state() != DisputeState.ASKING_CONSENT || dispute.consent(side).isPresent()) {
      throw new Conflict("dispute.conflict.consent");
    }
    requireNamed(dispute.id(), side);
    Texts.check("words", words, WORDS);
    disputes.addConsent(dispute.id(), side, agreed, words, via, actor.id());
    audit.append(dispute.id(), actor, agreed ? "dispute.consented" : "dispute.refused",
        Map.of("side", side.name(), "via", via.name()));
  }

  /** Empty while it is open; then whether both want it. */
  private Optional<Boolean> settled(CaseId id) {
    var consents = disputes.get(id).consents();
    var refused = consents.stream().anyMatch(consent -> !consent.agreed());
    if (!refused && consents.size() < Side.values().length) {
      return Optional.empty();
    }
    times.stop(id, DisputeTimes.CONSENT, Actor.SYSTEM);
    if (!refused) {
      disputes.move(id, DisputeState.ASSIGNING);
      times.start(id, DisputeTimes.MEDIATION, disputes.get(id).committee(), Actor.SYSTEM);
    }
    return Optional.of(!refused);
  }

  /**
   * The head appoints the mediator whom the sides chose, or assigns one.
   *
   * @param unrelated the head states that the mediator is no relative of a side and has no interest in it
   */
  public void appoint(CaseId id, String item, String account, Mediator.How how, String reason, boolean unrelated,
      Actor actor) {
    workflow.require(id, item, DisputeMediation.USER_ASSIGN, actor);
    cases.requireSight(id, actor);
    var dispute = lock(id, DisputeState.ASSIGNING);
    if (how != Mediator.How.CHOSEN && how != Mediator.How.ASSIGNED) {
      throw Refused.at("how", "dispute.refused.how");
    }
    addMediator(dispute, account, how, reason, unrelated, actor);
    disputes.move(id, DisputeState.MEDIATING);
    cases.accepted(id, account, committees.head(dispute).orElse(actor.asWhom().id()), actor);
    workflow.assigned(item, account, actor);
  }

  /** The head gives it to another member, with the reason. */
  public void replace(CaseId id, String account, String reason, boolean unrelated, Actor actor) {
    cases.requireSight(id, actor);
    var dispute = lock(id);
    if (!actor.unit().equals(dispute.committee()) || !actor.has(Role.LEADER)) {
      throw new Forbidden("dispute.forbidden.head");
    }
    if (!dispute.state().isOpen() || dispute.mediator().isEmpty()) {
      throw new Conflict("dispute.conflict.moved-on");
    }
    requireText("reason", reason, WORDS);
    addMediator(dispute, account, Mediator.How.REPLACED, reason, unrelated, actor);
    inHands(dispute, account, reason, actor);
  }

  /** A mediator who must keep away is replaced by the free member with the least work, before the open items are handed on. */
  @EventListener
  @Order(1)
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(PersonBarred barred) {
    disputes.find(barred.caseId()).filter(dispute -> dispute.state().isOpen())
        .filter(
            dispute -> dispute.mediator().filter(mediator -> mediator.account().equals(barred.account())).isPresent())
        .ifPresent(dispute -> committees.members(dispute).stream().filter(Committees.Member::free).findFirst()
            .ifPresentOrElse(next -> {
              disputes.addMediator(dispute.id(), next.account().id(), Mediator.How.REPLACED, "", Actor.SYSTEM.id());
              audit.append(dispute.id(), Actor.SYSTEM, "dispute.mediator-appointed",
                  Map.of("account", next.account().id(), "how", Mediator.How.REPLACED.name()));
              inHands(dispute, next.account().id(), "", Actor.SYSTEM);
            }, () -> workflow.replaced(dispute.id(), "", Actor.SYSTEM)));
  }

  private void inHands(Dispute dispute, String account, String reason, Actor actor) {
    var leader = cases.get(dispute.id()).leader().orElseThrow();
    cases.inHands(dispute.id(), account, leader, reason, actor);
    workflow.replaced(dispute.id(), account, actor);
  }

  private void addMediator(Dispute dispute, String account, Mediator.How how, String reason, boolean unrelated,
      Actor actor) {
    var member = committees.members(dispute).stream().filter(each -> each.account().id().equals(account)).findFirst()
        .orElseThrow(() -> Refused.at("account", "dispute.refused.no-member"));
    if (!member.free()) {
      throw Refused.at("account", "dispute.refused.not-free", member.account().name());
    }
    if (!unrelated) {
      throw Refused.at("unrelated", "dispute.refused.unrelated");
    }
    Texts.check("reason", reason, WORDS);
    disputes.addMediator(dispute.id(), account, how, reason, actor.id());
    audit.append(dispute.id(), actor, "dispute.mediator-appointed",
        Map.of("account", account, "how", how.name(), "reason", reason));
  }

  /** A relative, an expert, an organisation helps; only with the consent of both sides. */
  public void invite(CaseId id, String name, String calling, Set<Side> agreed, Actor actor) {
    var dispute = lock(id);
    committees.require(dispute, actor);
    requireMediated(dispute);
    requireText("name", name, LINE);
    requireText("calling", calling, LINE);
    if (!agreed.containsAll(Set.of(Side.values()))) {
      throw Refused.at("agreed", "dispute.refused.helper-consent");
    }
    disputes.addHelper(id, name, calling, actor.id());
    disputes.addPermission(id, "HELPER", agreed, actor.id());
    audit.append(id, actor, "dispute.helper-invited", Map.of("calling", calling, "sides", names(agreed)));
  }

  /**
   * What was found out, or heard from a side.
   *
   * @param confidential said in confidence: the other side never reads it
   */
  public void record(CaseId id, Optional<Side> side, boolean confidential, String text, LocalDate heardOn,
      List<Upload> files, Actor actor) {
    var dispute = lock(id);
    committees.require(dispute, actor);
    if (!dispute.state().isOpen()) {
      throw new Conflict("dispute.conflict.moved-on");
    }
    requireText("text", text, RECORD);
    if (confidential && !files.isEmpty()) {
      throw Refused.at("files", "dispute.refused.confidential-file");
    }
    if (confidential && side.isEmpty()) {
      throw Refused.at("confidential", "dispute.refused.whose-confidence");
    }
    requirePast("heardOn", heardOn);
    disputes.addRecord(id, side, confidential, text, heardOn, actor.id());
    files.forEach(file -> documents.add(id, DocumentKind.EVIDENCE, file, actor));
    var details = new HashMap<String, Object>(Map.of("confidential", confidential, "files", files.size()));
    side.ifPresent(each -> details.put("side", each.name()));
    audit.append(id, actor, "dispute.recorded", details);
  }

  /**
   * Calls both sides to a session.
   *
   * @param startsAt in the time of the place, within the time for the mediation
   * @param link of a video session, where it is not in a room
   * @param open whether others may listen, as both wish
   */
  public void arrange(CaseId id, String item, LocalDateTime startsAt, String place, String link, boolean open,
      Actor actor) {
    workflow.require(id, item, DisputeMediation.USER_ARRANGE, actor);
    cases.requireSight(id, actor);
    var dispute = lock(id);
    requireMediated(dispute);
    if (startsAt == null || !startsAt.isAfter(Dates.local(times.now()))) {
      throw Refused.at("startsAt", "dispute.refused.session-past");
    }
    var last = times.running(id, DisputeTimes.MEDIATION).orElseThrow().due().on();
    if (startsAt.toLocalDate().isAfter(last)) {
      throw Refused.at("startsAt", "dispute.refused.session-late", last);
    }
    if (place.isBlank() && link.isBlank()) {
      throw Refused.at("place", "dispute.refused.session-place");
    }
    Texts.check("place", place, LINE);
    Texts.check("link", link, LINE);
    if (!link.isBlank() && !link.matches("https?://\\S+")) {
      throw Refused.at("link", "dispute.refused.session-link");
    }
    disputes.move(id, DisputeState.MEDIATING);
    var at = startsAt.atZone(Dates.ZONE).toInstant();
    disputes.addSession(id, at, place, link, open, actor.id());
    audit.append(id, actor, "dispute.session-arranged", Map.of("at", startsAt.toString(), "place", place));
    workflow.arranged(item, at, actor);
  }

  /** Nobody will meet again, as when the time is over and one side does not want it longer: it has failed. */
  public void giveUp(CaseId id, String item, String words, Actor actor) {
    workflow.require(id, item, DisputeMediation.USER_ARRANGE, actor);
    cases.requireSight(id, actor);
    lock(id, DisputeState.MEDIATING);
    requireText("words", words, WORDS);
    audit.append(id, actor, "dispute.given-up", Map.of("reason", words));
    workflow.givenUp(item, actor);
  }

  /**
   * A side says on its public page whether it comes; once for each session.
   *
   * @param number of the session that the side was shown; another one by now is a {@link Conflict}
   */
  public void answer(CaseId id, Side side, int number, boolean comes, String words) {
    var dispute = lock(id);
    var session = dispute.nextSession().filter(next -> next.number() == number && next.answer(side).isEmpty())
        .orElseThrow(() -> new Conflict("dispute.conflict.session-answered"));
    if (!comes) {
      requireText("words", words, WORDS);
    }
    Texts.check("words", words, WORDS);
    disputes.addAnswer(id, session.number(), side, comes, words);
    audit.append(id, Actor.PUBLIC, comes ? "dispute.session-confirmed" : "dispute.session-declined",
        Map.of("side", side.name(), "number", session.number()));
  }

  /**
   * What became of the session. An agreement, and only that, needs a record which both sides have read and signed.
   *
   * @param rightsTold the mediator told both sides their rights and duties at its beginning
   */
  public void hold(CaseId id, String item, String came, String record, boolean rightsTold, boolean readAndSigned,
      Session.Result result, List<Upload> scans, Actor actor) {
    workflow.require(id, item, DisputeMediation.USER_HOLD, actor);
    cases.requireSight(id, actor);
    var dispute = lock(id, DisputeState.MEDIATING);
    var session = dispute.nextSession().orElseThrow(() -> new Conflict("dispute.conflict.moved-on"));
    requireText("came", came, WORDS);
    requireText("record", record, RECORD);
    if (result == null) {
      throw Refused.at("result", "dispute.refused.session-result");
    }
    if (!rightsTold) {
      throw Refused.at("rightsTold", "dispute.refused.rights");
    }
    if (result == Session.Result.AGREED && !readAndSigned) {
      throw Refused.at("readAndSigned", "dispute.refused.read-and-signed");
    }
    disputes.held(id, session.number(), came, record, readAndSigned, result, actor.id());
    scans.forEach(scan -> documents.add(id, DocumentKind.EVIDENCE, scan, actor));
    audit.append(id, actor, "dispute.session-held", Map.of("number", session.number(), "sessionResult", result.name(),
        "rightsTold", true, "readAndSigned", readAndSigned));
    workflow.held(item, result, actor);
  }

  /** Longer than the month only when both sides agree; as much as the table of terms allows. */
  public void extend(CaseId id, int days, String reason, Set<Side> agreed, Actor actor) {
    var dispute = lock(id);
    committees.require(dispute, actor);
    requireMediated(dispute);
    if (!agreed.containsAll(Set.of(Side.values()))) {
      throw Refused.at("agreed", "dispute.refused.extension-consent");
    }
    clocks.extend(id, DisputeTimes.MEDIATION, days, reason, actor);
    disputes.addPermission(id, "EXTENSION", agreed, actor.id());
    audit.append(id, actor, "dispute.extension-agreed", Map.of("sides", names(agreed), "length", days));
  }

  private static List<String> names(Set<Side> sides) {
    return sides.stream().map(Side::name).sorted().toList();
  }

  /** A side ends it, which either may until there is an agreement in force. */
  public void withdraw(CaseId id, Side side, String reason, Via via, Actor actor) {
    var dispute = lock(id);
    if (via == Via.OFFICE) {
      committees.require(dispute, actor);
    }
    if (!dispute.state().isBeforeAgreement()) {
      throw new Conflict("dispute.conflict.in-force");
    }
    requireText("reason", reason, WORDS);
    audit.append(id, actor, "dispute.withdrawn", Map.of("side", side.name(), "reason", reason));
    workflow.withdrawn(id, actor);
  }

  /** Somebody of the committee sees that it may turn violent: the police and the leaders hear of it at once. */
  public void reportDanger(CaseId id, String words, Actor actor) {
    var dispute = lock(id);
    committees.require(dispute, actor);
    if (!dispute.state().isOpen() || dispute.isInDanger()) {
      throw new Conflict(dispute.isInDanger() ? "dispute.conflict.danger-open" : "dispute.conflict.moved-on");
    }
    requireText("words", words, WORDS);
    disputes.addDanger(id, words, actor.id());
    audit.append(id, actor, "dispute.danger-seen", Map.of("number", dispute.dangers().size() + 1));
    times.start(id, DisputeTimes.DANGER, dispute.committee(), actor);
    workflow.inDanger(id, dispute.committee(), times.end(id, DisputeTimes.DANGER));
  }

  /** The leader states the preventive measures. */
  public void answerDanger(CaseId id, String item, String measures, Actor actor) {
    workflow.require(id, item, DisputeDanger.USER_ANSWER, actor);
    cases.requireSight(id, actor);
    var danger = lock(id).dangers().stream().filter(each -> each.answer().isEmpty()).findFirst()
        .orElseThrow(() -> new Conflict("dispute.conflict.moved-on"));
    requireText("measures", measures, WORDS);
    disputes.answerDanger(id, danger.number(), measures, actor.id());
    audit.append(id, actor, "dispute.danger-answered", Map.of("number", danger.number()));
    times.stop(id, DisputeTimes.DANGER, actor);
    if (cases.get(id).isClosed()) {
      cases.file(id, actor);
    }
    workflow.dangerAnswered(item, actor);
  }

  private Dispute lock(CaseId id, DisputeState state) {
    var dispute = lock(id);
    if (dispute.state() != state) {
      throw new Conflict("dispute.conflict.moved-on");
    }
    return dispute;
  }

  private Dispute lock(CaseId id) {
    cases.lock(id);
    return disputes.lock(id);
  }

  private void requireNamed(CaseId id, Side side) {
    if (cases.parties(id).stream().noneMatch(party -> party.role() == side.role())) {
      throw Refused.because("dispute.refused.side-unknown");
    }
  }

  private static void requireMediated(Dispute dispute) {
    if (!dispute.state().isMediated()) {
      throw new Conflict("dispute.conflict.moved-on");
    }
  }

  private void requirePast(String field, LocalDate day) {
    if (day == null || day.isAfter(times.today())) {
      throw Refused.at(field, "dispute.refused.future");
    }
  }

  static void requireText(String field, String text, int longest) {
    if (text.isBlank()) {
      throw Refused.at(field, "dispute.refused.required");
    }
    Texts.check(field, text, longest);
  }
}
