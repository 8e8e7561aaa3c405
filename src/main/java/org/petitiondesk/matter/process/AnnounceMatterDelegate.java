package org.petitiondesk.matter.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.petitiondesk.engine.MatterVerb;
import org.petitiondesk.engine.VerbField;
import org.petitiondesk.matter.MatterId;
import org.petitiondesk.matter.MatterSteps;
import org.springframework.stereotype.Component;

/** Shows a notice to everybody for some days. */
@Component
@VerbField(name = "heading", kind = VerbField.Kind.TEXT)
@VerbField(name = "text", kind = VerbField.Kind.TEXT)
@VerbField(name = "days", kind = VerbField.Kind.DAYS)
class AnnounceMatterDelegate implements MatterVerb {

  private final MatterSteps steps;

  AnnounceMatterDelegate(MatterSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.publish(MatterId.of(execution.getProcessBusinessKey()), (String) execution.getVariableLocal("heading"),
        (String) execution.getVariableLocal("text"), Integer.parseInt((String) execution.getVariableLocal("days")));
  }
}
