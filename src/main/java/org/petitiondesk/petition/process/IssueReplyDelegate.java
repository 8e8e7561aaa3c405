package org.petitiondesk.petition.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionReply;
import org.petitiondesk.petition.PetitionSteps;
import org.springframework.stereotype.Component;

/** {@value PetitionReply#SERVICE_ISSUE_REPLY} in {@value PetitionReply#KEY}. */
@Component
class IssueReplyDelegate implements JavaDelegate {

  private final PetitionSteps steps;

  IssueReplyDelegate(PetitionSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.issueReply(CaseId.of(execution.getProcessBusinessKey()));
  }
}
