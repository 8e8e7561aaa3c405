package org.petitiondesk.petition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseMeasures;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a leader may order for a petition that runs late. */
@Component
@Transactional
class PetitionMeasures implements CaseMeasures {

  private final CaseFiles cases;
  private final Accounts accounts;
  private final PetitionRecords records;
  private final Objections objections;
  private final PetitionWorkflow workflow;
  private final Units units;
  private final AuditTrail audit;

  PetitionMeasures(CaseFiles cases, Accounts accounts, PetitionRecords records, Objections objections,
      PetitionWorkflow workflow, Units units, AuditTrail audit) {
    this.cases = cases;
    this.accounts = accounts;
    this.records = records;
    this.objections = objections;
    this.workflow = workflow;
    this.units = units;
    this.audit = audit;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Said> lastWord(CaseId id) {
    return records.notes(id).stream().reduce((earlier, later) -> later)
        .map(note -> new Said(note.writtenBy(), note.writtenAt(), note.text()));
  }

  /** Handlers of the lead unit; of a report nobody: who may see it is decided by naming. */
  @Override
  @Transactional(readOnly = true)
  public List<String> otherHandlers(CaseId id) {
    var file = cases.get(id);
    if (!isHandled(file) || file.isReport()) {
      return List.of();
    }
    return accounts.inUnit(file.leadUnit().orElseThrow(), Role.HANDLER).stream().map(Account::id)
        .filter(account -> !file.officer().equals(Optional.of(account)))
        .filter(account -> !cases.isBarred(id, accounts.get(account)))
        .filter(account -> !file.leader().equals(Optional.of(account))).toList();
  }

  @Override
  public void handOver(CaseId id, String account, String reason, Actor actor) {
    if (!otherHandlers(id).contains(account)) {
      throw Refused.at("account", "petition.refused.not-a-handler");
    }
    var file = cases.get(id);
    inHands(file, file.officer().orElseThrow(), account, account, file.leader().orElseThrow(), reason, actor);
  }

  @Override
  @Transactional(readOnly = true)
  public boolean mayTakeOver(CaseId id, String account) {
    var file = cases.get(id);
    return isHandled(file) && !cases.isBarred(id, accounts.get(account))
        && !file.leader().equals(Optional.of(account)) && !file.officer().equals(Optional.of(account));
  }

  @Override
  public void takeOver(CaseId id, String account, String reason, Actor actor) {
    if (!mayTakeOver(id, account)) {
      throw Refused.because("petition.refused.not-to-take-over");
    }
    var file = cases.get(id);
    inHands(file, file.leader().orElseThrow(), account, file.officer().orElseThrow(), account, reason, actor);
  }

  /** Of a report none: who may see it is decided by naming. Never a unit whose objection in the matter was right. */
  @Override
  @Transactional(readOnly = true)
  public List<String> otherUnits(CaseId id) {
    var file = cases.get(id);
    var movable = file.status() == CaseStatus.ASSIGNED || file.status() == CaseStatus.HANDLING;
    if (!movable || file.isReport()) {
      return List.of();
    }
    var excused = objections.excused(id);
    return units.all().stream().map(Unit::id)
        .filter(unit -> !file.leadUnit().equals(Optional.of(unit)) && !excused.contains(unit))
        .filter(unit -> isStaffed(unit, Role.HANDLER) && isStaffed(unit, Role.LEADER)).toList();
  }

  @Override
  public void moveTo(CaseId id, String unit, String reason, Actor actor) {
    if (!otherUnits(id).contains(unit)) {
      throw Refused.at("unit", "petition.refused.not-to-move");
    }
    var file = cases.get(id);
    var coUnits = file.coUnits().stream().filter(other -> !other.equals(unit)).toList();
    assign(file, unit, coUnits, reason, actor);
    workflow.restart(id, PetitionHandling.CALL_ASSIGNMENT, PetitionRestart.facts(file)
        .with(PetitionHandling.LEAD_UNIT, unit).with(PetitionHandling.CO_UNITS, String.join(",", coUnits)));
  }

  @Override
  @Transactional(readOnly = true)
  public List<String> otherHelpers(CaseId id) {
    var file = cases.get(id);
    return file.status() == CaseStatus.HANDLING && !file.isReport()
        ? units.all().stream().map(Unit::id).filter(unit -> !file.leadUnit().equals(Optional.of(unit)))
            .filter(unit -> !file.coUnits().contains(unit)).filter(unit -> isStaffed(unit, Role.HANDLER)).toList()
        : List.of();
  }

  @Override
  public void addHelper(CaseId id, String unit, String reason, Actor actor) {
    if (!otherHelpers(id).contains(unit)) {
      throw Refused.at("helper", "petition.refused.not-a-helper");
    }
    var file = cases.get(id);
    var coUnits = Stream.concat(file.coUnits().stream(), Stream.of(unit)).toList();
    // Who has contributed already is not asked again.
    var asked = Stream.concat(workflow.contributing(id).stream(), Stream.of(unit)).toList();
    assign(file, file.leadUnit().orElseThrow(), coUnits, reason, actor);
    cases.helped(id, unit, actor);
    if (!workflow.helped(id, unit, coUnits, actor)) {
      workflow.restart(id, PetitionHandling.GW_HANDLING_FORK,
          PetitionRestart.facts(file).with(PetitionHandling.CO_UNITS, String.join(",", asked)));
    }
  }

  private void assign(CaseFile file, String leadUnit, List<String> coUnits, String reason, Actor actor) {
    records.addAssignment(file.id(), leadUnit, coUnits, reason, records.lastAssignment(file.id()).reportBy(), actor);
    audit.append(file.id(), actor, "petition.reassigned",
        Map.of("leadUnit", leadUnit, "coUnits", coUnits, "reason", reason));
  }

  private boolean isStaffed(String unit, Role role) {
    return !accounts.inUnit(unit, role).isEmpty();
  }

  private void inHands(CaseFile file, String before, String after, String officer, String leader, String reason,
      Actor actor) {
    cases.inHands(file.id(), officer, leader, reason, actor);
    workflow.inHands(file.id(), before, after, officer, leader, reason, actor);
  }

  /** Accepted, and in the hands of the unit that did. */
  private static boolean isHandled(CaseFile file) {
    return !file.isClosed() && file.status() != CaseStatus.RECONSIDERATION && file.officer().isPresent()
        && file.leader().isPresent();
  }
}
