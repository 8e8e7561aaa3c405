package org.petitiondesk.accountability.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.accountability.AccountabilityRectification;
import org.petitiondesk.accountability.RectificationId;
import org.petitiondesk.accountability.RectificationSteps;
import org.springframework.stereotype.Component;

/** {@value AccountabilityRectification#SERVICE_RAISE} in {@value AccountabilityRectification#KEY}. */
@Component
class RaiseFailureDelegate implements JavaDelegate {

  private final RectificationSteps steps;

  RaiseFailureDelegate(RectificationSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(steps.raise(RectificationId.of(AccountabilityRectification.RECTIFICATION_ID.from(execution)),
        AccountabilityRectification.MEASURE.from(execution)).asMap());
  }
}
