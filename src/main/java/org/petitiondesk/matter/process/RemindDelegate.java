package org.petitiondesk.matter.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.petitiondesk.engine.MatterVerb;
import org.petitiondesk.engine.VerbField;
import org.petitiondesk.matter.MatterId;
import org.petitiondesk.matter.MatterSteps;
import org.springframework.stereotype.Component;

/** Reminds whoever has the open work of the matter. */
@Component
@VerbField(name = "text", kind = VerbField.Kind.TEXT)
class RemindDelegate implements MatterVerb {

  private final MatterSteps steps;

  RemindDelegate(MatterSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.remind(MatterId.of(execution.getProcessBusinessKey()), (String) execution.getVariableLocal("text"));
  }
}
