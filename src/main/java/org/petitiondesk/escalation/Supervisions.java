package org.petitiondesk.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CasePosts;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens supervisions and finds them again. */
@Component
@Transactional
public class Supervisions {

  private static final int DEMAND_LENGTH = 4000;
  private static final int REASON_LENGTH = 2000;

  private final SupervisionRepository supervisions;
  private final CasePosts posts;
  private final SupervisionTimes times;
  private final SupervisionWorkflow workflow;
  private final CaseFiles cases;
  private final Letters letters;
  private final Units units;
  private final AuditTrail audit;
  private final MessageSource messages;
  private final Clock clock;

  Supervisions(SupervisionRepository supervisions, CasePosts posts, SupervisionTimes times,
      SupervisionWorkflow workflow, CaseFiles cases, Letters letters, Units units, AuditTrail audit,
      MessageSource messages, Clock clock) {
    this.supervisions = supervisions;
    this.posts = posts;
    this.times = times;
    this.workflow = workflow;
    this.cases = cases;
    this.letters = letters;
    this.units = units;
    this.audit = audit;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * Opens a supervision: the unit gets a numbered notice and an item, the register a line. For people the caller asks
   * {@link #mayOpen} first; a rule acts as {@link Actor#SYSTEM}. When the actor belongs to the unit itself or is the
   * system, the office that registered the case decides on the answer, or a leader above when that office is the unit.
   *
   * @param unit works on the case, and is not dissolved
   * @param until last day for the answer, not in the past
   * @throws Refused at {@code unit}, {@code kind}, {@code demand}, {@code until}, {@code reason}
   * @throws Conflict when one of this kind is open for the unit and the case, see {@link #open(CaseId, String)}
   */
  public SupervisionId open(CaseId caseId, String unit, SupervisionKind kind, String demand, LocalDate until,
      String reason, Actor actor) {
    var file = cases.get(caseId);
    requireUnit(file, unit);
    requireText("demand", demand, DEMAND_LENGTH);
    requireText("reason", reason, REASON_LENGTH);
    requireNotPast(until);
    var desk = posts.desk(file, unit, actor);
    requireLeaderFor(kind, actor);
    requireOfficeFor(kind, desk);
    if (supervisions.open(caseId, unit).filter(other -> other.kind() == kind).isPresent()) {
      throw new Conflict("escalation.conflict.open-already", units.name(unit));
    }
    var notice = letters.compose(kind.template(), desk.unit(), kind.series(),
        Map.of("supervised", units.name(unit), "title", file.title(), "code", file.code(), "kind",
            messages.getMessage("escalation.kind." + kind, null, java.util.Locale.SIMPLIFIED_CHINESE), "reason", reason,
            "demand", demand, "answerOn", until));
    var opened = new Supervision(SupervisionId.next(), caseId, kind, unit, desk.toString(), actor.id(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS), demand, reason, until, Optional.empty(), 0,
        SupervisionState.WAITING, Optional.empty(), notice, "");
    if (!supervisions.insert(opened)) {
      throw new Conflict("escalation.conflict.open-already", units.name(unit));
    }
    audit.append(caseId, actor, kind.isSuggestion() ? "suggestion.made" : "supervision.opened",
        Map.of("supervision", opened.id().toString(), "number", opened.number(), "supervisionKind", kind.name(),
            "unit", unit, "demand", demand, "reason", reason, "answerOn", until.toString()));
    supervisions.runs(opened.id(), workflow.begin(opened, posts.working(file, unit)));
    return opened.id();
  }

  /** What is open for a unit in a case, the oldest; suggestions count too. */
  @Transactional(readOnly = true)
  public Optional<Supervision> open(CaseId caseId, String unit) {
    return supervisions.open(caseId, unit);
  }

  /** By the row rule of the case; {@link org.petitiondesk.kernel.NotFound} otherwise. */
  @Transactional(readOnly = true)
  public Supervision get(SupervisionId id, Actor actor) {
    var supervision = supervisions.get(id);
    cases.requireSight(supervision.caseId(), actor);
    return supervision;
  }

  /** What was said and done, in its order; the caller has asked {@link #get}. */
  @Transactional(readOnly = true)
  public List<SupervisionStep> steps(SupervisionId id) {
    return supervisions.steps(id);
  }

  /** Every supervision of the case, the latest first, by its row rule. */
  @Transactional(readOnly = true)
  public List<Supervision> of(CaseId caseId, Actor actor) {
    cases.requireSight(caseId, actor);
    return supervisions.of(caseId);
  }

  /**
   * Whether the actor may open one for this unit: as officer or leader of the office that registered the case, or as
   * leader of a unit above; never for their own. The caller has checked sight of the case.
   */
  public boolean mayOpen(CaseFile file, String unit, Actor actor) {
    return posts.mayChase(file, unit, actor);
  }

  /** The units of the case for which the actor may open one. */
  public List<Unit> unitsFor(CaseFile file, Actor actor) {
    return posts.involved(file).filter(unit -> mayOpen(file, unit.id(), actor)).toList();
  }

  /** The kinds that the actor may choose. */
  public List<SupervisionKind> kindsFor(Actor actor) {
    return Stream.of(SupervisionKind.values()).filter(kind -> !kind.isSuggestion() || isPetitionOffice(actor.unit()))
        .filter(kind -> kind != SupervisionKind.LISTED || actor.has(Role.LEADER)).toList();
  }

  /** The day that a form proposes. */
  public LocalDate proposedDay(boolean suggestion) {
    return times.proposed(suggestion);
  }

  public SupervisionLight light(Supervision supervision) {
    return times.light(supervision);
  }

  private void requireUnit(CaseFile file, String unit) {
    if (posts.involved(file).noneMatch(each -> each.id().equals(unit))) {
      throw Refused.at("unit", "escalation.refused.unit", units.name(unit));
    }
  }

  private static void requireText(String field, String text, int length) {
    if (text.isBlank() || text.length() > length) {
      throw Refused.at(field, "escalation.refused." + field, length);
    }
  }

  private void requireNotPast(LocalDate until) {
    if (until.isBefore(times.today())) {
      throw Refused.at("until", "escalation.refused.past");
    }
  }

  /** Listing is public: a leader orders it, or the rule that a leader has put into force. */
  private static void requireLeaderFor(SupervisionKind kind, Actor actor) {
    if (kind == SupervisionKind.LISTED && !actor.has(Role.LEADER) && !actor.equals(Actor.SYSTEM)) {
      throw Refused.at("kind", "escalation.refused.listed");
    }
  }

  private void requireOfficeFor(SupervisionKind kind, Group desk) {
    if (kind.isSuggestion() && !isPetitionOffice(desk.unit())) {
      throw Refused.at("kind", "escalation.refused.suggestion");
    }
  }

  private boolean isPetitionOffice(String unit) {
    return units.find(unit).filter(each -> each.kind() == UnitKind.PETITION_OFFICE).isPresent();
  }
}
