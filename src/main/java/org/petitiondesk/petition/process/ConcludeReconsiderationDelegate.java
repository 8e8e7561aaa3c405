package org.petitiondesk.petition.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.ReconsiderationSteps;
import org.springframework.stereotype.Component;

/** {@value PetitionHandling#SERVICE_CONCLUDE_RECONSIDERATION} in {@value PetitionHandling#KEY}. */
@Component
class ConcludeReconsiderationDelegate implements JavaDelegate {

  private final ReconsiderationSteps steps;

  ConcludeReconsiderationDelegate(ReconsiderationSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var next = steps.conclude(CaseId.of(execution.getProcessBusinessKey()));
    PetitionHandling.AFTER_RECONSIDERATION.put(execution, next.way().name());
    PetitionHandling.RATING_UNTIL.put(execution, next.ratingUntil());
  }
}
