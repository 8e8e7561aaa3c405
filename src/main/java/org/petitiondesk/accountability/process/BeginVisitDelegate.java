package org.petitiondesk.accountability.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.accountability.AccountabilityReturnVisit;
import org.petitiondesk.accountability.ReturnVisitId;
import org.petitiondesk.accountability.ReturnVisits;
import org.springframework.stereotype.Component;

/** {@value AccountabilityReturnVisit#SERVICE_BEGIN} in {@value AccountabilityReturnVisit#KEY}. */
@Component
class BeginVisitDelegate implements JavaDelegate {

  private final ReturnVisits visits;

  BeginVisitDelegate(ReturnVisits visits) {
    this.visits = visits;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(
        visits.begin(ReturnVisitId.of(AccountabilityReturnVisit.VISIT_ID.from(execution))).asMap());
  }
}
