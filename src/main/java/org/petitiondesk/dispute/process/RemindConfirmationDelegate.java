package org.petitiondesk.dispute.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.dispute.DisputeConfirmation;
import org.petitiondesk.dispute.DisputeSteps;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;

/** {@value DisputeConfirmation#SERVICE_REMIND} in {@value DisputeConfirmation#KEY}. */
@Component
class RemindConfirmationDelegate implements JavaDelegate {

  private final DisputeSteps steps;

  RemindConfirmationDelegate(DisputeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.remindConfirmation(CaseId.of(execution.getProcessBusinessKey()));
  }
}
