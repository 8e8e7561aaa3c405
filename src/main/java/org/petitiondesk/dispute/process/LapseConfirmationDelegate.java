package org.petitiondesk.dispute.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.dispute.DisputeConfirmation;
import org.petitiondesk.dispute.DisputeSteps;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;

/** {@value DisputeConfirmation#SERVICE_LAPSE} in {@value DisputeConfirmation#KEY}. */
@Component
class LapseConfirmationDelegate implements JavaDelegate {

  private final DisputeSteps steps;

  LapseConfirmationDelegate(DisputeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.lapseConfirmation(CaseId.of(execution.getProcessBusinessKey()));
  }
}
