package org.petitiondesk.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.escalation.EscalationExtension;
import org.petitiondesk.escalation.Extensions;
import org.springframework.stereotype.Component;

/** {@value EscalationExtension#SERVICE_LAPSE} in escalation_extension. */
@Component
class LapseExtensionDelegate implements JavaDelegate {

  private final Extensions extensions;

  LapseExtensionDelegate(Extensions extensions) {
    this.extensions = extensions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    extensions.lapse(execution.getProcessInstanceId());
  }
}
