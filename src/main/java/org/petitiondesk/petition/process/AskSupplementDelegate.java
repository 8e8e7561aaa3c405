package org.petitiondesk.petition.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionSteps;
import org.springframework.stereotype.Component;

/** {@value PetitionHandling#SERVICE_ASK_SUPPLEMENT} in {@value PetitionHandling#KEY}. */
@Component
class AskSupplementDelegate implements JavaDelegate {

  private final PetitionSteps steps;

  AskSupplementDelegate(PetitionSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var until = steps.askSupplement(CaseId.of(execution.getProcessBusinessKey()));
    PetitionHandling.SUPPLEMENT_UNTIL.put(execution, until);
  }
}
