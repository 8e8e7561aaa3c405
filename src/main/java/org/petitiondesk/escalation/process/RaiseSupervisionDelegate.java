package org.petitiondesk.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.escalation.EscalationSupervision;
import org.petitiondesk.escalation.SupervisionId;
import org.petitiondesk.escalation.SupervisionSteps;
import org.springframework.stereotype.Component;

/** {@value EscalationSupervision#SERVICE_RAISE} in {@value EscalationSupervision#KEY}. */
@Component
class RaiseSupervisionDelegate implements JavaDelegate {

  private final SupervisionSteps steps;

  RaiseSupervisionDelegate(SupervisionSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(steps.raise(SupervisionId.of(EscalationSupervision.SUPERVISION_ID.from(execution))).asMap());
  }
}
