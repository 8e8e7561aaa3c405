package org.petitiondesk.petition.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionReconsideration;
import org.petitiondesk.petition.ReconsiderationSteps;
import org.springframework.stereotype.Component;

/** {@value PetitionReconsideration#SERVICE_REFUSE} in {@value PetitionReconsideration#KEY}. */
@Component
class RefuseReconsiderationDelegate implements JavaDelegate {

  private final ReconsiderationSteps steps;

  RefuseReconsiderationDelegate(ReconsiderationSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.refuse(CaseId.of(execution.getProcessBusinessKey()));
  }
}
