package org.petitiondesk.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.escalation.EscalationPause;
import org.petitiondesk.escalation.PauseRequests;
import org.springframework.stereotype.Component;

/** {@value EscalationPause#SERVICE_LAPSE} in escalation_pause. */
@Component
class LapsePauseDelegate implements JavaDelegate {

  private final PauseRequests requests;

  LapsePauseDelegate(PauseRequests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    requests.lapse(execution.getProcessInstanceId());
  }
}
