package org.petitiondesk.petition.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionSteps;
import org.springframework.stereotype.Component;

/** {@value PetitionAssignment#SERVICE_ACCEPT} in {@value PetitionAssignment#KEY}. */
@Component
class AcceptPetitionDelegate implements JavaDelegate {

  private final PetitionSteps steps;

  AcceptPetitionDelegate(PetitionSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.accept(CaseId.of(execution.getProcessBusinessKey()));
  }
}
