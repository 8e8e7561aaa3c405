package org.petitiondesk.petition.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionSteps;
import org.springframework.stereotype.Component;

/** {@value PetitionHandling#SERVICE_RESUME_SCREENING} in {@value PetitionHandling#KEY}. */
@Component
class ResumeScreeningDelegate implements JavaDelegate {

  private final PetitionSteps steps;

  ResumeScreeningDelegate(PetitionSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.resumeScreening(CaseId.of(execution.getProcessBusinessKey()));
  }
}
