package org.petitiondesk.matter.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.petitiondesk.engine.MatterVerb;
import org.petitiondesk.engine.VerbField;
import org.petitiondesk.matter.MatterId;
import org.petitiondesk.matter.MatterSteps;
import org.springframework.stereotype.Component;

/** Writes a note into the record of the matter. */
@Component
@VerbField(name = "text", kind = VerbField.Kind.TEXT)
class WriteNoteDelegate implements MatterVerb {

  private final MatterSteps steps;

  WriteNoteDelegate(MatterSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.note(MatterId.of(execution.getProcessBusinessKey()), (String) execution.getVariableLocal("text"));
  }
}
