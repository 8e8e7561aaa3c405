package org.petitiondesk.accountability.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.accountability.AccountabilityReview;
import org.petitiondesk.accountability.ReviewId;
import org.petitiondesk.accountability.ReviewSteps;
import org.springframework.stereotype.Component;

/** {@value AccountabilityReview#SERVICE_LAPSE} in {@value AccountabilityReview#KEY}. */
@Component
class LapseStatementsDelegate implements JavaDelegate {

  private final ReviewSteps steps;

  LapseStatementsDelegate(ReviewSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.lapseStatements(ReviewId.of(AccountabilityReview.REVIEW_ID.from(execution)));
  }
}
