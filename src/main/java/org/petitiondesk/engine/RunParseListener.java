package org.petitiondesk.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.petitiondesk.kernel.CaseId;

/** Puts our ears on the end of every process that people begin with a form. */
class RunParseListener extends AbstractBpmnParseListener {

  private final Iterable<RunObserver> observers;

  RunParseListener(Iterable<RunObserver> observers) {
    this.observers = observers;
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    var form = process.getStartFormDefinition();
    if (form != null && form.getCamundaFormDefinitionKey() != null) {
      process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::ended);
    }
  }

  private void ended(DelegateExecution execution) {
    var run = (ExecutionEntity) execution;
    var key = run.getProcessDefinition().getKey();
    if (run.getSuperExecution() == null && run.getProcessBusinessKey() != null) {
      var how = Optional.ofNullable(run.isCanceled() || run.isExternallyTerminated() || run.getDeleteReason() != null
          ? null
          : run.getCurrentActivityName());
      observers.forEach(observer -> observer.ended(key, CaseId.of(run.getProcessBusinessKey()), how));
    }
  }
}
