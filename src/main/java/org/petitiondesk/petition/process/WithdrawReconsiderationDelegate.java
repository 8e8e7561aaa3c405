package org.petitiondesk.petition.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionReconsideration;
import org.petitiondesk.petition.ReconsiderationSteps;
import org.springframework.stereotype.Component;

/** {@value PetitionReconsideration#SERVICE_WITHDRAW} in {@value PetitionReconsideration#KEY}. */
@Component
class WithdrawReconsiderationDelegate implements JavaDelegate {

  private final ReconsiderationSteps steps;

  WithdrawReconsiderationDelegate(ReconsiderationSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.withdraw(CaseId.of(execution.getProcessBusinessKey()));
  }
}
