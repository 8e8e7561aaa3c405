package org.petitiondesk.petition.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.ObjectionSteps;
import org.petitiondesk.petition.PetitionObjection;
import org.springframework.stereotype.Component;

/** {@value PetitionObjection#SERVICE_REGISTER} in {@value PetitionObjection#KEY}. */
@Component
class RegisterObjectionDelegate implements JavaDelegate {

  private final ObjectionSteps steps;

  RegisterObjectionDelegate(ObjectionSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.register(CaseId.of(execution.getProcessBusinessKey()));
  }
}
