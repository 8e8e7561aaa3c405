package org.petitiondesk.petition.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.DissatisfactionSteps;
import org.petitiondesk.petition.PetitionDissatisfaction;
import org.springframework.stereotype.Component;

/** {@value PetitionDissatisfaction#SERVICE_ANSWER} in {@value PetitionDissatisfaction#KEY}. */
@Component
class AnswerDissatisfactionDelegate implements JavaDelegate {

  private final DissatisfactionSteps steps;

  AnswerDissatisfactionDelegate(DissatisfactionSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.answer(CaseId.of(execution.getProcessBusinessKey()));
  }
}
