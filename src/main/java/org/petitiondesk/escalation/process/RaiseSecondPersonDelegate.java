package org.petitiondesk.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.petitiondesk.escalation.EscalationSecondPerson;
import org.petitiondesk.escalation.SecondPersons;
import org.springframework.stereotype.Component;

/** {@value EscalationSecondPerson#SERVICE_RAISE} in escalation_second_person. */
@Component
class RaiseSecondPersonDelegate implements JavaDelegate {

  private final SecondPersons persons;

  RaiseSecondPersonDelegate(SecondPersons persons) {
    this.persons = persons;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(persons.raise(execution.getProcessInstanceId()).asMap());
  }
}
