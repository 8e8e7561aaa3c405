package org.petitiondesk.petition.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionReconsideration;
import org.petitiondesk.petition.ReconsiderationSteps;
import org.springframework.stereotype.Component;

/** {@value PetitionReconsideration#SERVICE_ISSUE} in {@value PetitionReconsideration#KEY}. */
@Component
class IssueOpinionDelegate implements JavaDelegate {

  private final ReconsiderationSteps steps;

  IssueOpinionDelegate(ReconsiderationSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.issue(CaseId.of(execution.getProcessBusinessKey()));
  }
}
