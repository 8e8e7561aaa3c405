package org.petitiondesk.petition.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionSteps;
import org.springframework.stereotype.Component;

/** {@value PetitionHandling#SERVICE_RECORD_ANSWER} in {@value PetitionHandling#KEY}. */
@Component
class RecordAnswerDelegate implements JavaDelegate {

  private final PetitionSteps steps;

  RecordAnswerDelegate(PetitionSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var until = steps.recordAnswer(CaseId.of(execution.getProcessBusinessKey()));
    PetitionHandling.RATING_UNTIL.put(execution, until);
  }
}
