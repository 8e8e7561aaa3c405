package org.petitiondesk.dispute.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.dispute.DisputeDanger;
import org.petitiondesk.dispute.DisputeSteps;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;

/** {@value DisputeDanger#SERVICE_REPORT} in {@value DisputeDanger#KEY}. */
@Component
class ReportDangerDelegate implements JavaDelegate {

  private final DisputeSteps steps;

  ReportDangerDelegate(DisputeSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.reportDanger(CaseId.of(execution.getProcessBusinessKey()));
  }
}
