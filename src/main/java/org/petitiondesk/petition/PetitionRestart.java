package org.petitiondesk.petition;

import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseRestart;
import org.petitiondesk.kernel.Conflict;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a petition whose process is lost back to work where the register says it stands. */
@Component
@Transactional
class PetitionRestart implements CaseRestart {

  private final CaseFiles cases;
  private final PetitionSteps steps;
  private final PetitionWorkflow workflow;
  private final Terms terms;
  private final ReconsiderationRecords reconsiderations;
  private final Objections objections;
  private final AuditTrail audit;

  PetitionRestart(CaseFiles cases, PetitionSteps steps, PetitionWorkflow workflow, Terms terms,
      ReconsiderationRecords reconsiderations, Objections objections, AuditTrail audit) {
    this.cases = cases;
    this.steps = steps;
    this.workflow = workflow;
    this.terms = terms;
    this.reconsiderations = reconsiderations;
    this.objections = objections;
    this.audit = audit;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isLost(CaseId id) {
    return !workflow.isRunning(id);
  }

  @Override
  public void restart(CaseId id, Actor actor) {
    var file = cases.get(id);
    if (file.isClosed()) {
      throw new Conflict("petition.conflict.restart-closed", file.code());
    }
    audit.append(id, actor, "petition.restarted", Map.of("status", file.status().name()));
    var facts = facts(file);
    switch (file.status()) {
      // Nobody can answer an assignment that nobody holds any more: the office dispatches once more.
      case REGISTERED -> workflow.restart(id, PetitionHandling.USER_SCREEN, facts);
      case ASSIGNED -> {
        objections.takenBackByOffice(id, actor);
        cases.move(id, CaseStatus.REGISTERED, actor);
        workflow.restart(id, PetitionHandling.USER_SCREEN, facts);
      }
      case AWAITING_SUPPLEMENT -> {
        steps.resumeScreening(id);
        workflow.restart(id, PetitionHandling.USER_SCREEN, facts);
      }
      case HANDLING -> workflow.restart(id, PetitionHandling.GW_HANDLING_FORK, facts);
      case REPLYING -> workflow.restart(id, PetitionHandling.CALL_REPLY, facts);
      case DELIVERED -> workflow.restart(id, PetitionHandling.GW_AWAIT_RATING,
          facts.with(PetitionHandling.RATING_UNTIL, Terms.endOf(terms.lastDay(Terms.RATING))));
      case RECONSIDERATION -> {
        var asked = reconsiderations.open(id).orElseThrow();
        workflow.restart(id, PetitionHandling.CALL_RECONSIDERATION,
            facts.with(PetitionReconsideration.REVIEW_BODY, asked.body()).with(PetitionReconsideration.REVIEWER,
                asked.admission().map(Approval::decidedBy).orElse("")));
      }
      case CLOSED -> throw new IllegalStateException(file.code());
    }
  }

  /** What the process would know by now. */
  static Facts facts(CaseFile file) {
    var facts = PetitionHandling.REGISTERING_UNIT.with(file.registeringUnit()).with(PetitionHandling.CO_UNITS,
        String.join(",", file.coUnits()));
    if (file.leadUnit().isPresent()) {
      facts = facts.with(PetitionHandling.LEAD_UNIT, file.leadUnit().get());
    }
    if (file.officer().isPresent() && file.leader().isPresent()) {
      facts = facts.with(PetitionHandling.OFFICER, file.officer().get()).with(PetitionHandling.LEADER,
          file.leader().get());
    }
    return facts;
  }
}
