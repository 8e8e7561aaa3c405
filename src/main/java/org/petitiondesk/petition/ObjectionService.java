package org.petitiondesk.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.Texts;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.Territory;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Objection to an assignment (异议): the unit says why it is not competent and which rule it relies on, the sender agrees
 * or refuses once, then the common superior rules, or the joint meeting. Who objects second in one matter is not decided
 * by the sender again. The handling clock runs all along. Only the lead unit objects: a co-handling unit has no papers
 * that could go back, and says in its contribution what it is not competent for.
 */
@Service
@Transactional
public class ObjectionService {

  private static final int LONGEST_TEXT = 10_000;
  private static final int PRECEDENTS = 5;
  private static final int LISTED = 200;

  private final ObjectionRecords records;
  private final Objections objections;
  private final ObjectionClocks clocks;
  private final ObjectionBodies bodies;
  private final CaseFiles cases;
  private final PetitionRecords petitionRecords;
  private final Units units;
  private final Territories territories;
  private final Accounts accounts;
  private final Documents documents;
  private final AuditTrail audit;
  private final PetitionWorkflow petition;
  private final ObjectionWorkflow workflow;
  private final Clock clock;

  ObjectionService(ObjectionRecords records, Objections objections, ObjectionClocks clocks, ObjectionBodies bodies,
      CaseFiles cases, PetitionRecords petitionRecords, Units units, Territories territories, Accounts accounts,
      Documents documents, AuditTrail audit, PetitionWorkflow petition, ObjectionWorkflow workflow, Clock clock) {
    this.records = records;
    this.objections = objections;
    this.clocks = clocks;
    this.bodies = bodies;
    this.cases = cases;
    this.petitionRecords = petitionRecords;
    this.units = units;
    this.territories = territories;
    this.accounts = accounts;
    this.documents = documents;
    this.audit = audit;
    this.petition = petition;
    this.workflow = workflow;
    this.clock = clock;
  }

  /** Of the case, the oldest first; for whoever has sight of it. */
  @Transactional(readOnly = true)
  public List<Objection> of(CaseId id) {
    return records.of(id);
  }

  @Transactional(readOnly = true)
  public Optional<Objection> open(CaseId id) {
    return records.open(id);
  }

  /** Why the lead unit can not object; empty when it can. */
  @Transactional(readOnly = true)
  public Optional<Refused> bar(CaseId id) {
    return objections.bar(cases.get(id));
  }

  /** The last day on which the lead unit may object. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> lastDay(CaseId id) {
    return cases.get(id).leadUnit().flatMap(unit -> clocks.lastDay(id, unit));
  }

  /** Needs HANDLER of the lead unit, with the item of its acceptance. Refused after five 工作日 and a second time. */
  public void object(ObjectToAssignment asked, Actor actor) {
    var id = asked.id();
    petition.requireItem(id, asked.item(), PetitionAssignment.USER_ACCEPT, actor);
    var file = cases.get(id);
    objections.bar(file).ifPresent(bar -> {
      throw bar;
    });
    require("reason", asked.reason(), "petition.refused.no-reason.objection");
    require("basis", asked.basis(), "petition.refused.no-basis.objection");
    var known = records.of(id);
    var objection = new Objection(UUID.randomUUID(), id, known.size() + 1, file.leadUnit().orElseThrow(),
        file.registeringUnit(), file.category().orElse(""), file.territory(), asked.reason().strip(),
        asked.basis().strip(), actor.id(), records.now(), List.of());
    var first = first(file, objection, known, actor);
    records.add(objection.with(List.of(first)));
    drawIn(file, first, actor);
    petitionRecords.addAcceptance(id, false, null, null, objection.reason(), actor);
    audit.append(id, actor, "objection.made", Objections.details(new ObjectionStep(first.state(), objection.unit(),
        Optional.empty(), Optional.empty(), objection.reason(), objection.basis(), Optional.empty(), actor.id(),
        objection.madeAt())));
    workflow.made(asked.item(), first, actor);
  }

  /** One round: when the sender has agreed once in the matter, whoever objects next gets a ruling. */
  private ObjectionStep first(CaseFile file, Objection objection, List<Objection> known, Actor actor) {
    var sender = objections.step(objection, ObjectionState.WITH_SENDER, objection.sender(), "", actor);
    return known.stream().anyMatch(one -> one.state() == ObjectionState.AGREED)
        ? toRuling(file, objection, "", actor).orElse(sender)
        : sender;
  }

  /** Needs OFFICER of the office that assigned it. Refusing needs a reason, and somebody who can rule. */
  public void decide(CaseId id, String item, boolean agreed, String reason, Actor actor) {
    petition.requireItem(id, item, PetitionObjection.USER_DECIDE, actor);
    var objection = requireOpen(id, ObjectionState.WITH_SENDER);
    Texts.check("reason", reason, LONGEST_TEXT);
    if (agreed) {
      take(item, objection, objections.step(objection, ObjectionState.AGREED, objection.sender(), reason, actor),
          "objection.agreed", actor);
      return;
    }
    require("reason", reason, "petition.refused.no-reason.refuse-objection");
    var file = cases.get(id);
    var next = toRuling(file, objection, reason, actor)
        .orElseThrow(() -> Refused.because("petition.refused.objection.nobody-rules"));
    drawIn(file, next, actor);
    take(item, objection, next, "objection.refused", actor);
  }

  /** Why this person may not rule; empty when they may. */
  @Transactional(readOnly = true)
  public Optional<Refused> rulingBar(CaseId id, Actor actor) {
    return records.open(id).flatMap(objection -> involvement(objection, actor));
  }

  /**
   * Needs LEADER of the common superior, of neither side and without a hand in it. A ruling needs a reason and the rule
   * it relies on; what is upheld needs the unit that has to handle the petition.
   */
  public void rule(RuleObjection ruling, Actor actor) {
    var id = ruling.id();
    petition.requireItem(id, ruling.item(), PetitionObjection.USER_RULE, actor);
    var objection = requireOpen(id, ObjectionState.WITH_SUPERIOR);
    requireUninvolved(objection, actor);
    require("reason", ruling.reason(), "petition.refused.no-reason.ruling");
    if (ruling.ruling() == ObjectionRuling.REFER) {
      var file = cases.get(id);
      var meeting = bodies.meeting(file, objection)
          .orElseThrow(() -> Refused.at("ruling", "petition.refused.objection.no-meeting"));
      var next = objections.step(objection, ObjectionState.WITH_MEETING, meeting, ruling.reason(), actor);
      drawIn(file, next, actor);
      take(ruling.item(), objection, next, "objection.referred", actor);
      return;
    }
    conclude(ruling, objection, Optional.empty(), actor);
  }

  /** Needs LEADER of the unit that called the meeting; the same rules, and the signed minutes as a file. */
  public void recordMeeting(RecordJointMeeting meeting, Actor actor) {
    var ruling = meeting.ruling();
    var id = ruling.id();
    petition.requireItem(id, ruling.item(), PetitionObjection.USER_RECORD_MEETING, actor);
    var objection = requireOpen(id, ObjectionState.WITH_MEETING);
    requireUninvolved(objection, actor);
    if (ruling.ruling() == ObjectionRuling.REFER) {
      throw Refused.at("ruling", "petition.refused.objection.no-further");
    }
    require("reason", ruling.reason(), "petition.refused.no-reason.ruling");
    var called = Dates.local(objection.last().at()).toLocalDate();
    if (meeting.heldOn().isAfter(Dates.today(clock)) || meeting.heldOn().isBefore(called)) {
      throw Refused.at("heldOn", "petition.refused.objection.held-on", called);
    }
    require("participants", meeting.participants(), "petition.refused.no-participants");
    if (meeting.minutes().size() != 1) {
      throw Refused.at("files", "petition.refused.objection.no-minutes");
    }
    check(ruling, objection);
    var file = documents.add(id, DocumentKind.PROOF, meeting.minutes().get(0), actor);
    conclude(ruling, objection,
        Optional.of(new JointMeeting(meeting.heldOn(), meeting.participants().strip(), file)), actor);
  }

  private void conclude(RuleObjection ruling, Objection objection, Optional<JointMeeting> meeting, Actor actor) {
    check(ruling, objection);
    var upheld = ruling.ruling() == ObjectionRuling.UPHOLD;
    var step = new ObjectionStep(upheld ? ObjectionState.UPHELD : ObjectionState.DISMISSED, objection.last().body(),
        upheld ? Optional.of(ruling.leadUnit()) : Optional.empty(), Optional.empty(), ruling.reason().strip(),
        ruling.basis().strip(), meeting, actor.id(), records.now());
    if (upheld) {
      assign(objection.caseId(), step, actor);
    }
    take(ruling.item(), objection, step, upheld ? "objection.upheld" : "objection.dismissed", actor);
  }

  private void check(RuleObjection ruling, Objection objection) {
    require("basis", ruling.basis(), "petition.refused.no-basis.ruling");
    if (ruling.ruling() == ObjectionRuling.UPHOLD) {
      Assignments.check(units, accounts, ruling.leadUnit(), List.of());
      if (objection.unit().equals(ruling.leadUnit())) {
        throw Refused.at("leadUnit", "petition.refused.objection.uphold-objector", units.name(objection.unit()));
      }
    }
  }

  private void assign(CaseId id, ObjectionStep step, Actor actor) {
    var before = petitionRecords.lastAssignment(id);
    var lead = step.toUnit().orElseThrow();
    petitionRecords.addAssignment(id, lead, before.coUnits().stream().filter(unit -> !unit.equals(lead)).toList(),
        step.reason(), before.reportBy(), actor);
  }

  private void take(String item, Objection objection, ObjectionStep step, String act, Actor actor) {
    objections.add(objection, step, act, actor);
    workflow.moved(item, step, actor);
  }

  private Optional<ObjectionStep> toRuling(CaseFile file, Objection objection, String reason, Actor actor) {
    return bodies.superior(file, objection)
        .map(body -> objections.step(objection, ObjectionState.WITH_SUPERIOR, body, reason, actor))
        .or(() -> bodies.meeting(file, objection)
            .map(body -> objections.step(objection, ObjectionState.WITH_MEETING, body, reason, actor)));
  }

  /** Whoever rules must see the case; a report is seen by those named on it only. */
  private void drawIn(CaseFile file, ObjectionStep step, Actor actor) {
    if (step.state() == ObjectionState.WITH_SENDER) {
      return;
    }
    cases.ruledBy(file.id(), step.body(), actor);
    if (file.isReport()) {
      accounts.inUnit(step.body(), Role.LEADER).stream().filter(leader -> !cases.isAbout(file.id(), leader))
          .forEach(leader -> cases.grant(file.id(), leader.id(), Actor.SYSTEM));
    }
  }

  private static void requireUninvolved(Objection objection, Actor actor) {
    involvement(objection, actor).ifPresent(bar -> {
      throw bar;
    });
  }

  /** Also whoever came to the ruling body after the objection was made. */
  private static Optional<Refused> involvement(Objection objection, Actor actor) {
    if (objection.isSide(actor.unit()) || objection.isSide(actor.asWhom().unit())) {
      return Optional.of(Refused.because("petition.refused.objection.side"));
    }
    return objection.hands().anyMatch(actor::involves)
        ? Optional.of(Refused.because("petition.refused.objection.took-part"))
        : Optional.empty();
  }

  /** What was ruled in matters like this: the same category at the same place or between the same units. */
  @Transactional(readOnly = true)
  public List<Objection> precedents(CaseId id, String category, String leadUnit, Actor actor) {
    var file = cases.get(id);
    var involved = new LinkedHashSet<String>();
    involved.add(leadUnit);
    file.leadUnit().ifPresent(involved::add);
    return cases.sightRule(actor)
        .map(rule -> records.rulings(category, places(file.territory()), involved, PRECEDENTS, rule)).orElse(List.of());
  }

  /** The place, those it lies in below the whole area, and those that lie in it. */
  private Set<String> places(String territory) {
    var above = territories.selfAndAbove(territory).stream().filter(place -> place.parent().isPresent())
        .map(Territory::id).collect(Collectors.toCollection(LinkedHashSet::new));
    above.add(territory);
    territories.all().stream().filter(place -> territories.selfAndAbove(place.id()).stream()
        .anyMatch(each -> each.id().equals(territory))).map(Territory::id).forEach(above::add);
    return above;
  }

  /**
   * Rulings that the reader may see, the newest first.
   *
   * @param category code, or blank for all
   * @param unit on either end of the ruling, or blank for all
   */
  @Transactional(readOnly = true)
  public List<Objection> rulings(String category, String unit, Actor actor) {
    return cases.sightRule(actor).map(rule -> records.rulings(category, unit, LISTED, rule)).orElse(List.of());
  }

  @Transactional(readOnly = true)
  public List<Objection> waiting(Actor actor) {
    return cases.sightRule(actor).map(rule -> records.open(LISTED, rule)).orElse(List.of());
  }

  /** Of the units whose objections the reader may see, by unit. */
  @Transactional(readOnly = true)
  public List<ObjectionFigures> figures(Actor actor) {
    return cases.sightRule(actor).map(records::figures).orElse(List.of());
  }

  private Objection requireOpen(CaseId id, ObjectionState state) {
    return records.open(id).filter(objection -> objection.state() == state)
        .orElseThrow(ObjectionRecords::decidedAlready);
  }

  private static void require(String field, String text, String sentence) {
    if (text.isBlank()) {
      throw Refused.at(field, sentence);
    }
    Texts.check(field, text, LONGEST_TEXT);
  }
}
