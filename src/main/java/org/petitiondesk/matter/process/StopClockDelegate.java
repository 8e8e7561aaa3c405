package org.petitiondesk.matter.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.petitiondesk.engine.MatterVerb;
import org.petitiondesk.engine.VerbField;
import org.petitiondesk.matter.MatterId;
import org.petitiondesk.matter.MatterSteps;
import org.springframework.stereotype.Component;

/** Stops the matter's clock of a kind; nothing happens when none runs. */
@Component
@VerbField(name = "kind", kind = VerbField.Kind.CLOCK)
class StopClockDelegate implements MatterVerb {

  private final MatterSteps steps;

  StopClockDelegate(MatterSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.stopClock(MatterId.of(execution.getProcessBusinessKey()), (String) execution.getVariableLocal("kind"));
  }
}
