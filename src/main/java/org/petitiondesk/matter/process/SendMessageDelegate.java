package org.petitiondesk.matter.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.petitiondesk.engine.MatterVerb;
import org.petitiondesk.engine.VerbField;
import org.petitiondesk.matter.MatterId;
import org.petitiondesk.matter.MatterSteps;
import org.springframework.stereotype.Component;

/** Tells the people of a role in a unit of the matter something; they find it under their messages. */
@Component
@VerbField(name = "receiver", kind = VerbField.Kind.GROUP)
@VerbField(name = "text", kind = VerbField.Kind.TEXT)
class SendMessageDelegate implements MatterVerb {

  private final MatterSteps steps;

  SendMessageDelegate(MatterSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.tell(MatterId.of(execution.getProcessBusinessKey()), (String) execution.getVariableLocal("receiver"),
        (String) execution.getVariableLocal("text"));
  }
}
