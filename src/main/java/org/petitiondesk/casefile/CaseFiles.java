package org.petitiondesk.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseRepository.Part;
import org.petitiondesk.casefile.CaseRepository.Seal;
import org.petitiondesk.casefile.CaseRepository.UnitPart;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Recipient;
import org.petitiondesk.documents.StoredDocument;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.FilingGate;
import org.petitiondesk.kernel.Page;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.SigningKey;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register. Everything that is known of a case is written here first; the processes only decide what comes next.
 * What a change means to others is said by {@link CaseRegistered}, {@link CaseStatusChanged},
 * {@link ConfidentialityChanged} and {@link CaseClosed}.
 */
@Component
public class CaseFiles {

  private final CaseRepository repository;
  private final CaseParties caseParties;
  private final CasePoints casePoints;
  private final Sight sight;
  private final Bars bars;
  private final RegisterList list;
  private final LookAlikes lookAlikes;
  private final Tracking tracking;
  private final Filing filing;
  private final RegistrationRules rules;
  private final SigningKey signingKey;
  private final Documents documents;
  private final Units units;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final MessageSource messages;
  private final Clock clock;

  CaseFiles(CaseRepository repository, CaseParties caseParties, CasePoints casePoints, Sight sight, Bars bars,
      RegisterList list, LookAlikes lookAlikes, Tracking tracking, Filing filing, RegistrationRules rules,
      SigningKey signingKey, Documents documents,
      Units units, Accounts accounts, AuditTrail audit, ApplicationEventPublisher events, MessageSource messages,
      Clock clock) {
    this.repository = repository;
    this.caseParties = caseParties;
    this.casePoints = casePoints;
    this.sight = sight;
    this.bars = bars;
    this.list = list;
    this.lookAlikes = lookAlikes;
    this.tracking = tracking;
    this.filing = filing;
    this.rules = rules;
    this.signingKey = signingKey;
    this.documents = documents;
    this.units = units;
    this.accounts = accounts;
    this.audit = audit;
    this.events = events;
    this.messages = messages;
    this.clock = clock;
  }

  /** Puts a case on the register, or refuses and changes nothing. */
  @Transactional
  public Receipt register(RegisterCase command, Actor actor) {
    rules.check(command);
    var now = now();
    var points = command.demandPoints().isEmpty() ? List.of(command.title()) : command.demandPoints();
    var trackingCode = tracking.newCode();
    var secret = tracking.secretOf(trackingCode);
    var seal = new Seal(trackingCode, tracking.hash(trackingCode, secret),
        LodgedCopy.of(command.title(), command.text(), points,
            command.attachments().stream().map(upload -> LodgedCopy.sha256(upload.content())).toList()).hash());
    var file = repository.insert(newFile(command, actor, now), seal);
    var loaded = Loaded.inThisTransaction();
    loaded.remember(file);
    loaded.remember(file.id(), trackingCode);
    loaded.remember(file.id(), caseParties.insert(file.id(), command.parties()));
    casePoints.insert(file.id(), 1, points, actor.id(), now);
    var respondents = unitsAmong(command.parties());
    repository.addUnits(file.id(),
        Stream.concat(Stream.of(new UnitPart(file.registeringUnit(), Part.REGISTERING)),
            respondents.stream().map(unit -> new UnitPart(unit, Part.RESPONDENT))).toList());
    if (file.isReport()) {
      nameTheFirst(file, actor, now);
    }
    command.attachments().forEach(upload -> documents.add(file.id(), DocumentKind.MATERIAL, upload, actor));
    audit.append(file.id(), actor, "case.registered", Map.of("code", file.code(), "channel", file.channel().name(),
        "demandClass", file.demandClass().name(), "receivedOn", file.receivedOn().toString(), "receiptHash",
        seal.receiptHash()));
    events.publishEvent(new CaseRegistered(file.id(), file.kind(), file.channel(), file.registeringUnit()));
    return new Receipt(file.id(), file.code(), Tracking.shown(trackingCode), secret, now, proof(file, seal));
  }

  /** The receipt again, for nobody but the one who handed the case in and did not get the answer. */
  public Receipt receiptAgain(CaseId id) {
    var file = get(id);
    var seal = repository.seal(id);
    return new Receipt(id, file.code(), Tracking.shown(seal.trackingCode()), tracking.secretOf(seal.trackingCode()),
        file.registeredAt(), proof(file, seal));
  }

  /** The proof that stands on the receipt; the same one each time. */
  public ReceiptProof proof(CaseId id) {
    return proof(get(id), repository.seal(id));
  }

  /** What was handed in at registration, for the petitioner to keep. The caller has checked who asks. */
  @Transactional(readOnly = true)
  public LodgedCopy lodgedCopy(CaseId id) {
    var file = get(id);
    var hash = repository.seal(id).receiptHash();
    var points = casePoints.first(id);
    var attachments = documents.of(id).stream().map(StoredDocument::sha256).toList();
    // Files came later too: those of the registration are the first so many for which the hash is the receipt's.
    return IntStream.rangeClosed(0, attachments.size())
        .mapToObj(count -> LodgedCopy.of(file.title(), file.text(), points, attachments.subList(0, count)))
        .filter(copy -> copy.hash().equals(hash)).findFirst()
        .orElseThrow(() -> new IllegalStateException("What case " + id + " was registered with is not complete"));
  }

  /** Without the row rule: for steps and services, never for a page. */
  public CaseFile get(CaseId id) {
    return known(id).orElseThrow(() -> Sight.unknown(id));
  }

  /** Whether it is a report against a person (检举控告); what is not on the register is none. */
  public boolean isReport(CaseId id) {
    return known(id).filter(CaseFile::isReport).isPresent();
  }

  private Optional<CaseFile> known(CaseId id) {
    var loaded = Loaded.inThisTransaction();
    return loaded.file(id).or(() -> repository.find(id).map(loaded::remember));
  }

  /**
   * Cases that are open or, closed, held by something, by id and without the row rule: for checks of the whole register,
   * never for a page.
   */
  @Transactional(readOnly = true)
  public List<CaseFile> unfiledAfter(Optional<CaseId> after, int limit) {
    return repository.unfiledAfter(after, limit);
  }

  /** By the row rule; that a report was looked at is itself on record. */
  @Transactional
  public CaseFile open(CaseId id, Actor actor) {
    sight.look(id, actor);
    return get(id);
  }

  /** By the row rule. */
  public boolean sees(CaseId id, Actor actor) {
    return sight.sees(id, actor);
  }

  public void requireSight(CaseId id, Actor actor) {
    sight.require(id, actor);
  }

  /** The row rule for the lists of other modules; empty for a reader who sees no case at all. */
  public Optional<SightRule> sightRule(Actor actor) {
    return sight.rule(actor);
  }

  /** In full: for letters and steps, never for a page. */
  public List<Party> parties(CaseId id) {
    var loaded = Loaded.inThisTransaction();
    return loaded.parties(id).orElseGet(() -> loaded.remember(id, caseParties.of(id)));
  }

  /** In full for those who work on the case, and then on record; masked for everybody else who may see it. */
  @Transactional
  public List<Party> parties(CaseId id, Actor actor) {
    sight.require(id, actor);
    var parties = parties(id);
    var reader = worksOn(get(id), actor) ? Optional.of(actor) : sight.forColleague(id, actor);
    if (reader.isEmpty()) {
      return parties.stream().map(Party::masked).toList();
    }
    if (!parties.isEmpty()) {
      audit.append(id, reader.get(), "parties.viewed", Map.of());
    }
    return parties;
  }

  /** The first representative, or the first petitioner when nobody represents them. */
  public Recipient recipient(CaseId id) {
    return spokesperson(id).map(party -> new Recipient(party.name(), party.address(), party.email()))
        .orElseGet(() -> new Recipient(messages.getMessage("casefile.anonymous", null, Locale.CHINA), "", ""));
  }

  public DeliveryMethod preferredMethod(CaseId id) {
    return spokesperson(id).map(CaseFiles::preferredMethod).orElse(DeliveryMethod.PORTAL);
  }

  public List<DemandPoint> points(CaseId id) {
    return casePoints.of(id);
  }

  /** As it stands on the receipt. */
  public String trackingCode(CaseId id) {
    var loaded = Loaded.inThisTransaction();
    return Tracking.shown(loaded.trackingCode(id).orElseGet(() -> loaded.remember(id,
        repository.trackingCode(id).orElseThrow(() -> Sight.unknown(id)))));
  }

  @Transactional
  public void screened(CaseId id, String category, Urgency urgency, boolean simpleTrack, DemandClass demandClass,
      Actor actor) {
    var before = get(id);
    var after = write(before.screened(category, urgency, simpleTrack, demandClass));
    if (after.isReport() && !before.isReport()) {
      nameTheFirst(after, actor, now());
    }
    audit.append(id, actor, "case.screened", Map.of("category", category, "urgency", urgency.name(), "simpleTrack",
        simpleTrack, "demandClass", demandClass.name()));
    if (after.isReport() != before.isReport()) {
      events.publishEvent(new ConfidentialityChanged(id, after.isReport()));
    }
  }

  /** The points that screening made of what was registered. The earlier ones and their answers stay on record. */
  @Transactional
  public void replacePoints(CaseId id, List<String> points, Actor actor) {
    if (points.isEmpty()) {
      throw Refused.at("demandPoints", "casefile.refused.required.demandPoints");
    }
    RegistrationRules.checkPoints(points);
    write(get(id).touched());
    casePoints.insert(id, casePoints.edition(id) + 1, points, actor.id(), now());
    audit.append(id, actor, "case.points-replaced", Map.of("points", points.size()));
  }

  @Transactional
  public void assigned(CaseId id, String leadUnit, List<String> coUnits, Actor actor) {
    var before = get(id);
    var co = coUnits.stream().distinct().filter(unit -> !unit.equals(leadUnit)).toList();
    Stream.concat(Stream.of(leadUnit), co.stream()).forEach(units::get);
    if (before.isReport()) {
      refuseRespondents(id, leadUnit, co);
    }
    var after = write(before.assigned(leadUnit, co));
    repository.replaceAssigned(id, leadUnit, co);
    audit.append(id, actor, "case.assigned", Map.of("leadUnit", leadUnit, "coUnits", co));
    publishChange(before, after);
  }

  /** One more unit helps with a case that is handled. */
  @Transactional
  public void helped(CaseId id, String unit, Actor actor) {
    var before = get(id);
    units.get(unit);
    if (before.isReport()) {
      refuseRespondents(id, before.leadUnit().orElseThrow(), List.of(unit));
    }
    var after = write(before.helped(unit));
    repository.replaceAssigned(id, after.leadUnit().orElseThrow(), after.coUnits());
    audit.append(id, actor, "case.helped", Map.of("unit", unit));
  }

  @Transactional
  public void accepted(CaseId id, String officer, String leader, Actor actor) {
    var before = get(id);
    var after = write(before.accepted(officer, leader));
    if (after.isReport()) {
      grant(id, officer, actor);
      grant(id, leader, actor);
    }
    audit.append(id, actor, "case.accepted", Map.of("officer", officer, "leader", leader));
    publishChange(before, after);
  }

  /** A higher body looks at the case once more: from now on it sees the case and works on it. */
  @Transactional
  public void underReconsideration(CaseId id, String body, Actor actor) {
    takeOut(id, actor);
    repository.addReviewing(id, body);
    move(id, CaseStatus.RECONSIDERATION, actor);
  }

  /** A body rules on a question between the units of a case: from now on it sees the case and works on it. */
  @Transactional
  public void ruledBy(CaseId id, String body, Actor actor) {
    units.get(body);
    repository.addReviewing(id, body);
    audit.append(id, actor, "case.put-to-ruling", Map.of("unit", body));
  }

  /** Changes who handles an accepted case and who answers for it by name; refused before and after. */
  @Transactional
  public void inHands(CaseId id, String officer, String leader, String reason, Actor actor) {
    var after = write(get(id).inHands(officer, leader));
    if (after.isReport()) {
      grant(id, officer, actor);
      grant(id, leader, actor);
    }
    audit.append(id, actor, "case.in-hands", Map.of("officer", officer, "leader", leader, "reason", reason));
  }

  /** Refuses a move that can not follow from where the case stands ({@link IllegalCaseStatus}). */
  @Transactional
  public void move(CaseId id, CaseStatus to, Actor actor) {
    if (to == CaseStatus.CLOSED) {
      throw new IllegalArgumentException("A case is closed with its closing state, by close or mergeInto");
    }
    var before = get(id);
    var after = write(before.moved(to));
    audit.append(id, actor, "case.moved", Map.of("from", before.status().name(), "to", to.name()));
    publishChange(before, after);
  }

  /** Every point gets facts, basis and outcome. Answers given before stay on record. */
  @Transactional
  public void answer(CaseId id, List<PointAnswer> answers, Actor actor) {
    AnswerRules.check(points(id), answers);
    write(get(id).touched());
    casePoints.answer(id, answers, actor.id(), now());
    audit.append(id, actor, "case.answered", answers.stream().collect(
        Collectors.toMap(answer -> Integer.toString(answer.number()), answer -> answer.outcome().name())));
  }

  @Transactional
  public void close(CaseId id, ClosingState state, Actor actor) {
    if (state == ClosingState.MERGED) {
      throw new IllegalArgumentException("A case is merged into another one, by mergeInto");
    }
    var before = get(id);
    var after = write(before.closed(state));
    audit.append(id, actor, "case.closed", Map.of("state", state.name()));
    publishChange(before, after);
    events.publishEvent(new CaseClosed(id, state));
    file(id, actor);
  }

  /**
   * Files a closed case away (归档) unless something holds it; says whether it is filed now. Whoever let go of a case
   * asks for this; it happens by itself when a case is closed.
   */
  @Transactional
  public boolean file(CaseId id, Actor actor) {
    if (filing.file(id, actor)) {
      Loaded.inThisTransaction().forget(id);
    }
    return get(id).filed();
  }

  /** Takes a filed case out again for whoever holds it from now on; the caller's {@link FilingGate} holds it already. */
  @Transactional
  public void takeOut(CaseId id, Actor actor) {
    filing.takeOut(id, actor);
    Loaded.inThisTransaction().forget(id);
  }

  /** Whoever asks for the same comes after this transaction. Before anything that refers to the case is written. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(CaseId id) {
    filing.lock(id);
  }

  /** What keeps a closed case from being filed; empty for one that is filed and for an open one. By no row rule. */
  public List<FilingGate.Hold> holds(CaseFile file) {
    return file.isHeld() ? filing.holds(file.id()) : List.of();
  }

  /** The petitioners ask in the target from now on; this case is closed. */
  @Transactional
  public void mergeInto(CaseId id, CaseId targetId, Actor actor) {
    var before = get(id);
    if (!actor.equals(Actor.SYSTEM)) {
      sight.require(targetId, actor);
    }
    var target = get(targetId);
    if (id.equals(targetId) || before.kind() != target.kind() || before.isReport() != target.isReport()) {
      throw Refused.at("target", "casefile.refused.merge", target.code());
    }
    if (target.isClosed()) {
      throw Refused.at("target", "casefile.refused.merge-closed", target.code());
    }
    var now = now();
    var after = write(before.mergedInto(targetId));
    write(target.touched());
    caseParties.join(id, targetId);
    Loaded.inThisTransaction().forgetParties(targetId);
    repository.link(id, targetId, "MERGED", actor.id(), now);
    // Whoever is named on one report may not know of the other.
    audit.append(id, actor, "case.merged", before.isReport() ? Map.of() : Map.of("into", target.code()));
    audit.append(targetId, actor, "case.joined", before.isReport() ? Map.of() : Map.of("joined", before.code()));
    publishChange(before, after);
    events.publishEvent(new CaseClosed(id, ClosingState.MERGED));
    file(id, actor);
  }

  /** Names an account on a case: the only way to see a report. Whom the report is about is refused. */
  @Transactional
  public void grant(CaseId id, String account, Actor actor) {
    var named = accounts.get(account);
    if (isAbout(id, named)) {
      throw Refused.at("account", "casefile.refused.respondent", named.name());
    }
    if (repository.grant(id, account, actor.id(), now())) {
      audit.append(id, actor, "case.granted", Map.of("account", account));
    }
  }

  /** Whether the actor is one of those who work on the case, or does for a colleague: they read its parties in full. */
  public boolean worksOn(CaseId id, Actor actor) {
    return worksOn(get(id), actor) || sight.forColleague(id, actor).isPresent();
  }

  /** Officers and leaders of whatever unit whom this report is not about, by id. */
  @Transactional(readOnly = true)
  public List<Account> mayBeNamed(CaseId id) {
    return accounts.all().stream().filter(Account::enabled)
        .filter(account -> account.roles().contains(Role.OFFICER) || account.roles().contains(Role.LEADER))
        .filter(account -> !isAbout(id, account)).toList();
  }

  /** Who is named on a report, the first one first. */
  public List<String> named(CaseId id) {
    return repository.named(id);
  }

  /** By the row rule; people name a case by its code. */
  public Optional<CaseRow> byCode(String code, Actor actor) {
    return list.find(CaseQuery.text(code), actor, Optional.empty(), RegisterList.PAGE_SIZE).rows().stream()
        .filter(row -> row.code().equalsIgnoreCase(code.strip())).findFirst();
  }

  /** By the row rule. That somebody searched for a person by number is on record, without the number. */
  @Transactional
  public Page<CaseRow> find(CaseQuery query, Actor actor, Optional<String> cursor) {
    return find(query, actor, cursor, RegisterList.PAGE_SIZE);
  }

  /** The same in one piece, the newest first, and no more than that many; what is taken out is on record. */
  @Transactional
  public List<CaseRow> export(CaseQuery query, Actor actor, int most) {
    var rows = find(query, actor, Optional.empty(), most).rows();
    audit.append(AuditTrail.HOUSE, actor, "register.exported", Map.of("rows", rows.size()));
    return rows;
  }

  /** Cases that may be the same matter, newest first, ten at most. Without the row rule; reports are never among them. */
  public List<CaseRow> similar(CaseId id) {
    return lookAlikes.of(get(id), caseParties.indexes(parties(id)));
  }

  public boolean hasSimilar(CaseId id) {
    return lookAlikes.exist(get(id), caseParties.indexes(parties(id)));
  }

  /** The same question before a case is registered; by the row rule. */
  public List<CaseRow> similar(String title, String territory, List<NewParty> petitioners, Actor actor) {
    return lookAlikes.of(title, territory, caseParties.indexesOf(petitioners), actor);
  }

  /**
   * What the petitioner follows: empty for a wrong code, a wrong secret, and for both when too many were wrong. That a
   * report was asked for is on record.
   */
  @Transactional
  public Optional<CaseId> track(String trackingCode, String secret, Actor asker) {
    var found = tracking.find(trackingCode, secret);
    found.filter(id -> get(id).isReport()).ifPresent(id -> audit.append(id, asker, "follow.viewed", Map.of()));
    return found;
  }

  /**
   * The code of one more side of a case that follows it for itself; the petitioner has the one of the receipt. The caller
   * has checked that whoever gets it is that side, and has put on record that it was handed out.
   *
   * @param follower which side it is, in the words of the module that asks
   */
  @Transactional
  public FollowerCode followerCode(CaseId id, String follower) {
    return tracking.follower(id, follower);
  }

  /** Which further side of its case a code that opened it belongs to; empty for the code of the receipt. */
  public Optional<String> followerOf(String trackingCode) {
    return tracking.followerOf(trackingCode);
  }

  /** Somebody who was not known when the case was registered. */
  @Transactional
  public void addParty(CaseId id, NewParty party, Actor actor) {
    rules.checkParty(party);
    write(get(id).touched());
    caseParties.insert(id, List.of(party));
    Loaded.inThisTransaction().forgetParties(id);
    var units = unitsAmong(List.of(party));
    repository.addUnits(id, units.stream().map(unit -> new UnitPart(unit, Part.RESPONDENT)).toList());
    audit.append(id, actor, "case.party-added", Map.of("role", party.role().name()));
  }

  private ReceiptProof proof(CaseFile file, Seal seal) {
    return ReceiptProof.sign(file.code(), file.registeredAt(), seal.receiptHash(), signingKey);
  }

  private Page<CaseRow> find(CaseQuery query, Actor actor, Optional<String> cursor, int size) {
    var page = list.find(query, actor, cursor, size);
    if (query.text().filter(text -> !caseParties.indexes(text).isEmpty()).isPresent()) {
      audit.append(AuditTrail.HOUSE, actor, "register.searched-person", Map.of("rows", page.rows().size()));
    }
    return page;
  }

  private static CaseFile newFile(RegisterCase command, Actor actor, Instant now) {
    return new CaseFile(CaseId.next(), "", command.kind(), command.channel(), command.demandClass(),
        command.receivedOn(), now, command.registeringUnit(), command.territory(), Optional.empty(), Urgency.NORMAL,
        false, command.title(), command.text(), command.anonymous(), CaseStatus.REGISTERED, Optional.empty(),
        Optional.empty(), List.of(), Optional.empty(), Optional.empty(), actor.id(), Optional.empty(), false, 1);
  }

  private CaseFile write(CaseFile after) {
    repository.update(after, now());
    return Loaded.inThisTransaction().remember(after);
  }

  private void publishChange(CaseFile before, CaseFile after) {
    if (before.status() != after.status()) {
      events.publishEvent(new CaseStatusChanged(after.id(), before.status(), after.status()));
    }
  }

  /**
   * A report that nobody is named on could not be acted upon: the officer who wrote it down, or else the leaders whom it
   * is not about; without any, the administrators hear that there is one.
   */
  private void nameTheFirst(CaseFile file, Actor actor, Instant now) {
    var writer = accounts.find(actor.id()).filter(account -> actor.has(Role.OFFICER) || actor.has(Role.LEADER))
        .filter(account -> !isAbout(file.id(), account));
    var named = writer.map(List::of).orElseGet(() -> leaders(file));
    for (var account : named) {
      if (repository.grant(file.id(), account.id(), actor.id(), now)) {
        audit.append(file.id(), actor, "case.granted", Map.of("account", account.id()));
      }
    }
    if (named.isEmpty()) {
      events.publishEvent(new ReportWithoutReader(file.id()));
    }
  }

  /** Of the office, or of the nearest unit above it, up to the government, whose leaders it is not about. */
  private List<Account> leaders(CaseFile file) {
    for (var unit = units.find(file.registeringUnit()); unit.isPresent(); unit = unit.get().parent()
        .flatMap(units::find)) {
      var leaders = accounts.inUnit(unit.get().id(), Role.LEADER).stream()
          .filter(leader -> !isAbout(file.id(), leader)).toList();
      if (!leaders.isEmpty()) {
        return leaders;
      }
    }
    return List.of();
  }

  /** Whether a case is about this person or their unit, or they are kept from it: then they are never named on it. */
  @Transactional(readOnly = true)
  public boolean isAbout(CaseId id, Account account) {
    return repository.isRespondent(id, sight.lineage(account.unit())) || isBarred(id, account);
  }

  /** Whether a person is kept from a case, whatever class it is of. */
  @Transactional(readOnly = true)
  public boolean isBarred(CaseId id, Account account) {
    return bars.isBarred(id, account.actor());
  }

  /** Whether anybody is kept from a case by name or by a decision: for nearly every case nobody is. */
  @Transactional(readOnly = true)
  public boolean keepsOut(CaseId id) {
    return bars.any(id);
  }

  /** Whether a case is about this unit or one above it: then nobody of the unit can work on it. */
  @Transactional(readOnly = true)
  public boolean isAbout(CaseId id, String unit) {
    return repository.isRespondent(id, sight.lineage(unit));
  }

  private void refuseRespondents(CaseId id, String leadUnit, List<String> coUnits) {
    if (repository.isRespondent(id, sight.lineage(leadUnit))) {
      throw Refused.at("leadUnit", "casefile.refused.respondent-unit", units.name(leadUnit));
    }
    coUnits.stream().filter(unit -> repository.isRespondent(id, sight.lineage(unit))).findFirst().ifPresent(unit -> {
      throw Refused.at("coUnits", "casefile.refused.respondent-unit", units.name(unit));
    });
  }

  private Optional<Party> spokesperson(CaseId id) {
    var petitioners = parties(id).stream().filter(party -> party.role() == PartyRole.PETITIONER).toList();
    return petitioners.stream().filter(Party::representative).findFirst()
        .or(() -> petitioners.stream().findFirst());
  }

  /** How a letter reaches one of the parties. */
  public static DeliveryMethod preferredMethod(Party party) {
    if (party.electronicConsent() && !party.email().isBlank()) {
      return DeliveryMethod.EMAIL;
    }
    if (!party.address().isBlank()) {
      return DeliveryMethod.POST;
    }
    var reachable = Stream.of(party.phone(), party.email(), party.identityNumber()).anyMatch(text -> !text.isBlank());
    return reachable ? DeliveryMethod.IN_PERSON : DeliveryMethod.PORTAL;
  }

  /** The people of the units by their roles, whose case it is, and whoever is named on a report. */
  private boolean worksOn(CaseFile file, Actor actor) {
    if (bars.isBarred(file.id(), actor)) {
      return false;
    }
    var office = actor.unit().equals(file.registeringUnit()) && (actor.has(Role.OFFICER) || actor.has(Role.LEADER));
    var handling = (actor.unit().equals(file.leadUnit().orElse("")) || file.coUnits().contains(actor.unit()))
        && (actor.has(Role.LEADER) || actor.has(file.kind() == CaseKind.DISPUTE ? Role.MEDIATOR : Role.HANDLER));
    var reviewing = (actor.has(Role.REVIEWER) || actor.has(Role.LEADER))
        && repository.isReviewing(file.id(), actor.unit());
    var named = file.isReport() && repository.named(file.id()).contains(actor.id());
    return office || handling || reviewing || named || file.officer().filter(actor.id()::equals).isPresent()
        || file.leader().filter(actor.id()::equals).isPresent();
  }

  /**
   * The units that respondents are, by their names: a longer name that ends in the unit's name counts ("临江区…局"), so
   * that a report is rather kept from too many than shown to the one it is about.
   */
  private Set<String> unitsAmong(List<NewParty> parties) {
    var names = parties.stream().filter(party -> party.role() == PartyRole.RESPONDENT).map(NewParty::name)
        .map(PlainName::of).collect(Collectors.toSet());
    return names.isEmpty()
        ? Set.of()
        : units.all().stream()
            .filter(unit -> names.stream().anyMatch(name -> sameName(name, PlainName.of(unit.name()))))
            .map(Unit::id).collect(Collectors.toSet());
  }

  private static boolean sameName(String one, String other) {
    var shorter = one.length() < other.length() ? one : other;
    var longer = one.length() < other.length() ? other : one;
    return longer.equals(shorter) || shorter.length() >= 3 && longer.endsWith(shorter);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
