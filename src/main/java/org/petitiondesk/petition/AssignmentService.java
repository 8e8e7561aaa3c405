package org.petitiondesk.petition;

import java.util.List;
import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens between the office and the lead unit: accept and assign anew; {@link ObjectionService} lies between. */
@Service
@Transactional
public class AssignmentService {

  private final CaseFiles cases;
  private final Units units;
  private final Accounts accounts;
  private final PetitionRecords records;
  private final Objections objections;
  private final AuditTrail audit;
  private final PetitionWorkflow workflow;

  AssignmentService(CaseFiles cases, Units units, Accounts accounts, PetitionRecords records, Objections objections,
      AuditTrail audit, PetitionWorkflow workflow) {
    this.cases = cases;
    this.units = units;
    this.accounts = accounts;
    this.records = records;
    this.objections = objections;
    this.audit = audit;
    this.workflow = workflow;
  }

  /** The leaders of the lead unit who may be named as leader in charge (包案领导). */
  @Transactional(readOnly = true)
  public List<Account> leaders(CaseId id) {
    return cases.get(id).leadUnit().map(unit -> accounts.inUnit(unit, Role.LEADER)).orElse(List.of()).stream()
        .filter(leader -> !cases.isBarred(id, leader)).toList();
  }

  /**
   * Needs HANDLER of the lead unit. The handling clock starts and the petitioner is told. Whoever accepts handles the
   * matter; a substitute accepts it for the colleague.
   */
  public void accept(AcceptPetition acceptance, Actor actor) {
    workflow.requireItem(acceptance.id(), acceptance.item(), PetitionAssignment.USER_ACCEPT, actor);
    if (leaders(acceptance.id()).stream().noneMatch(leader -> leader.id().equals(acceptance.leader()))) {
      throw Refused.at("leader", "petition.refused.no-leader");
    }
    if (actor.involves(acceptance.leader())) {
      throw Refused.at("leader", "petition.refused.leader-is-officer");
    }
    var officer = actor.asWhom().id();
    records.addAcceptance(acceptance.id(), true, officer, acceptance.leader(), "", actor);
    audit.append(acceptance.id(), actor, "petition.accepted",
        Map.of("officer", officer, "leader", acceptance.leader()));
    workflow.accepted(acceptance.item(), officer, acceptance.leader(), actor);
  }

  /**
   * Needs OFFICER of the registering unit. Whoever assigns anew agrees with an objection that is still open; a unit whose
   * objection was agreed to in the matter is refused.
   */
  public void reassign(ReassignPetition assignment, Actor actor) {
    workflow.requireItem(assignment.id(), assignment.item(), PetitionAssignment.USER_REASSIGN, actor);
    Assignments.check(units, accounts, assignment.leadUnit(), assignment.coUnits());
    if (assignment.reason().isBlank()) {
      throw Refused.at("reason", "petition.refused.no-reason.reassign");
    }
    objections.agreedByActing(assignment.id(), actor);
    objections.requireNotExcused(assignment.id(), assignment.leadUnit());
    records.addAssignment(assignment.id(), assignment.leadUnit(), assignment.coUnits(), assignment.reason(),
        records.lastAssignment(assignment.id()).reportBy(), actor);
    audit.append(assignment.id(), actor, "petition.reassigned", Map.of("leadUnit", assignment.leadUnit(), "coUnits",
        assignment.coUnits(), "reason", assignment.reason()));
    workflow.reassigned(assignment.item(), assignment.leadUnit(), actor);
  }
}
