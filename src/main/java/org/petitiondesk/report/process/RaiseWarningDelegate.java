package org.petitiondesk.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.report.ReportWarning;
import org.petitiondesk.report.WarningId;
import org.petitiondesk.report.WarningSteps;
import org.springframework.stereotype.Component;

/** {@value ReportWarning#SERVICE_RAISE} in {@value ReportWarning#KEY}. */
@Component
class RaiseWarningDelegate implements JavaDelegate {

  private final WarningSteps steps;

  RaiseWarningDelegate(WarningSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(steps.raise(WarningId.of(execution.getProcessBusinessKey())).asMap());
  }
}
