package org.petitiondesk.dispute.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.dispute.DisputeMediation;
import org.petitiondesk.dispute.DisputeSteps;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;

/** {@value DisputeMediation#SERVICE_IN_FORCE} in {@value DisputeMediation#KEY}. */
@Component
class PutInForceDelegate implements JavaDelegate {

  private final DisputeSteps steps;

  PutInForceDelegate(DisputeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.putInForce(CaseId.of(execution.getProcessBusinessKey()));
  }
}
