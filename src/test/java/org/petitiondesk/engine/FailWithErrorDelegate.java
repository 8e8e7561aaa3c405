package org.petitiondesk.engine;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A delegate whose error the model forgot to catch. */
@Component
class FailWithErrorDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    throw new BpmnError("NOBODY_CATCHES_THIS");
  }
}
