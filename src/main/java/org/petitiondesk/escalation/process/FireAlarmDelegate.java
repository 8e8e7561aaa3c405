package org.petitiondesk.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.escalation.AlarmSteps;
import org.petitiondesk.escalation.EscalationClockWatch;
import org.springframework.stereotype.Component;

/** {@value EscalationClockWatch#SERVICE_FIRE_ALARM} in escalation_clock_watch. */
@Component
class FireAlarmDelegate implements JavaDelegate {

  private final AlarmSteps steps;

  FireAlarmDelegate(AlarmSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var next = steps.fire(execution.getProcessInstanceId());
    EscalationClockWatch.ALARM_AT.put(execution, next.at());
    EscalationClockWatch.DECIDER.put(execution, next.decider());
  }
}
