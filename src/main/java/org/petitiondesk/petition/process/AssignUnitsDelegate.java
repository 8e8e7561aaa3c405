package org.petitiondesk.petition.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionSteps;
import org.springframework.stereotype.Component;

/** {@value PetitionAssignment#SERVICE_ASSIGN} in {@value PetitionAssignment#KEY}. */
@Component
class AssignUnitsDelegate implements JavaDelegate {

  private final PetitionSteps steps;

  AssignUnitsDelegate(PetitionSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var assignment = steps.assignUnits(CaseId.of(execution.getProcessBusinessKey()));
    PetitionHandling.CO_UNITS.put(execution, String.join(",", assignment.coUnits()));
  }
}
