package org.petitiondesk.dispute.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.dispute.DisputeMediation;
import org.petitiondesk.dispute.DisputeSteps;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;

/** {@value DisputeMediation#SERVICE_DECLINE} in {@value DisputeMediation#KEY}. */
@Component
class DeclineMediationDelegate implements JavaDelegate {

  private final DisputeSteps steps;

  DeclineMediationDelegate(DisputeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.decline(CaseId.of(execution.getProcessBusinessKey()));
  }
}
