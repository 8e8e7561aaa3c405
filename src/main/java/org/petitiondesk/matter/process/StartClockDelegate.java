package org.petitiondesk.matter.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.petitiondesk.engine.MatterVerb;
import org.petitiondesk.engine.VerbField;
import org.petitiondesk.matter.MatterId;
import org.petitiondesk.matter.MatterSteps;
import org.springframework.stereotype.Component;

/** Starts a clock of the matter, of a kind that the table of terms knows, in the hands of the unit of its next step. */
@Component
@VerbField(name = "kind", kind = VerbField.Kind.CLOCK)
@VerbField(name = "hands", kind = VerbField.Kind.UNIT)
class StartClockDelegate implements MatterVerb {

  private final MatterSteps steps;

  StartClockDelegate(MatterSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.startClock(MatterId.of(execution.getProcessBusinessKey()), (String) execution.getVariableLocal("kind"),
        (String) execution.getVariableLocal("hands"));
  }
}
