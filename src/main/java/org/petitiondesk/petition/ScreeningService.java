package org.petitiondesk.petition;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.Categories;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Screening (甄别): the office decides which of six ways a petition takes. Needs OFFICER of the registering unit. */
@Service
@Transactional
public class ScreeningService {

  private final CaseFiles cases;
  private final Categories categories;
  private final Units units;
  private final Accounts accounts;
  private final Suggestions suggestions;
  private final PetitionRecords records;
  private final Objections objections;
  private final ReconsiderationRights rights;
  private final AuditTrail audit;
  private final PetitionWorkflow workflow;
  private final Clock clock;

  ScreeningService(CaseFiles cases, Categories categories, Units units, Accounts accounts, Suggestions suggestions,
      PetitionRecords records, Objections objections, ReconsiderationRights rights, AuditTrail audit,
      PetitionWorkflow workflow, Clock clock) {
    this.cases = cases;
    this.categories = categories;
    this.units = units;
    this.accounts = accounts;
    this.suggestions = suggestions;
    this.records = records;
    this.objections = objections;
    this.rights = rights;
    this.audit = audit;
    this.workflow = workflow;
    this.clock = clock;
  }

  /** Refuses a decision that lacks what its way needs; the sentence names the part. */
  public void screen(ScreenPetition decision, Actor actor) {
    workflow.requireItem(decision.id(), decision.item(), PetitionHandling.USER_SCREEN, actor);
    check(decision, actor);
    var fired = suggestions.of(decision.id()).reasons().stream()
        .collect(Collectors.toMap(Suggestion.Reason::decision, Suggestion.Reason::rule));
    cases.screened(decision.id(), decision.category(), decision.urgency(), decision.simpleTrack(),
        decision.demandClass(), actor);
    cases.replacePoints(decision.id(), decision.points(), actor);
    records.addScreening(decision, fired.toString(), actor);
    if (decision.verdict() == ScreeningVerdict.ACCEPT) {
      records.addAssignment(decision.id(), decision.leadUnit(), decision.coUnits(), decision.reason(),
          decision.reportBy(), actor);
    }
    if (decision.verdict() == ScreeningVerdict.SUPPLEMENT) {
      records.addSupplementQuestion(decision.id(), decision.reason(), actor);
    }
    audit.append(decision.id(), actor, "petition.screened", details(decision, fired));
    workflow.screened(decision.item(), decision.verdict(), decision.leadUnit(), actor);
  }

  private void check(ScreenPetition decision, Actor actor) {
    if (!categories.isOffered(decision.category())) {
      throw Refused.at("category", "petition.refused.unknown-category", decision.category());
    }
    if (decision.points().stream().allMatch(String::isBlank)) {
      throw Refused.at("points", "petition.refused.no-point");
    }
    switch (decision.verdict()) {
      case ACCEPT -> checkAssignment(decision);
      case GUIDE -> checkGuidance(decision);
      case MERGE -> checkMerge(decision, actor);
      case NO_LONGER -> checkNoLonger(decision, actor);
      case REFUSE, SUPPLEMENT -> requireReason(decision);
      case MEDIATE -> checkMediation(decision);
    }
  }

  /** Mediation needs two sides who know each other; what a report says goes to nobody. */
  private void checkMediation(ScreenPetition decision) {
    requireReason(decision);
    if (cases.get(decision.id()).anonymous() || decision.demandClass() == DemandClass.REPORT) {
      throw Refused.at("verdict", "petition.refused.mediate-unnamed");
    }
  }

  private void checkAssignment(ScreenPetition decision) {
    if (decision.route() != ScreenPetition.PETITION_PROCEDURE) {
      throw Refused.at("route", "petition.refused.route-needs-guidance", decision.route());
    }
    Assignments.check(units, accounts, decision.leadUnit(), decision.coUnits());
    objections.requireNotExcused(decision.id(), decision.leadUnit());
    if (decision.reportBy().filter(day -> !day.isAfter(Dates.today(clock))).isPresent()) {
      throw Refused.at("reportBy", "petition.refused.report-by");
    }
  }

  private void checkGuidance(ScreenPetition decision) {
    if (decision.route() == ScreenPetition.PETITION_PROCEDURE) {
      throw Refused.at("route", "petition.refused.guidance-needs-route");
    }
    requireReason(decision);
    if (decision.competentBody().isBlank()) {
      throw Refused.at("competentBody", "petition.refused.no-body");
    }
    if (decision.procedureTerm().isBlank()) {
      throw Refused.at("procedureTerm", "petition.refused.no-term");
    }
  }

  private void checkMerge(ScreenPetition decision, Actor actor) {
    requireReason(decision);
    var target = decision.target().orElseThrow(() -> Refused.at("target", "petition.refused.no-target"));
    if (target.equals(decision.id())) {
      throw Refused.at("target", "petition.refused.merge-into-itself");
    }
    cases.requireSight(target, actor);
    var other = cases.get(target);
    if (other.status() == CaseStatus.CLOSED) {
      throw Refused.at("target", rights.isFinal(target)
          ? "petition.refused.merge-into-final"
          : "petition.refused.merge-into-closed", other.code());
    }
  }

  /** The other case must have been reviewed to the end, and be the same matter: the officer says why. */
  private void checkNoLonger(ScreenPetition decision, Actor actor) {
    requireReason(decision);
    var target = decision.target().orElseThrow(() -> Refused.at("target", "petition.refused.no-final-target"));
    cases.requireSight(target, actor);
    if (target.equals(decision.id()) || !rights.isFinal(target)) {
      throw Refused.at("target", "petition.refused.not-final", cases.get(target).code());
    }
  }

  private static void requireReason(ScreenPetition decision) {
    if (decision.reason().isBlank()) {
      throw Refused.at("reason", "petition.refused.no-reason." + decision.verdict().key());
    }
  }

  private static Map<String, Object> details(ScreenPetition decision, Map<String, String> fired) {
    var details = new HashMap<String, Object>();
    details.put("verdict", decision.verdict().name());
    details.put("category", decision.category());
    details.put("route", decision.route());
    details.put("urgency", decision.urgency().name());
    details.put("simpleTrack", decision.simpleTrack());
    details.put("rules", fired);
    if (!decision.reason().isBlank()) {
      details.put("reason", decision.reason());
    }
    if (decision.verdict() == ScreeningVerdict.ACCEPT) {
      details.put("leadUnit", decision.leadUnit());
      details.put("coUnits", decision.coUnits());
    }
    decision.target().ifPresent(target -> details.put("target", target.toString()));
    return details;
  }
}
