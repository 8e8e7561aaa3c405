package org.petitiondesk.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.report.ReportWarning;
import org.petitiondesk.report.WarningId;
import org.petitiondesk.report.WarningSteps;
import org.springframework.stereotype.Component;

/** {@value ReportWarning#SERVICE_RAISE_INSTRUCTION} in {@value ReportWarning#KEY}. */
@Component
class RaiseInstructionDelegate implements JavaDelegate {

  private final WarningSteps steps;

  RaiseInstructionDelegate(WarningSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(steps.raiseInstruction(WarningId.of(execution.getProcessBusinessKey()),
        Group.of(ReportWarning.CARRIERS.from(execution))).asMap());
  }
}
