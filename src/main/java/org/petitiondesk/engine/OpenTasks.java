package org.petitiondesk.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;

/** Reads an {@link OpenTask} off the engine's own task. */
final class OpenTasks {

  private OpenTasks() {}

  static OpenTask of(TaskEntity task) {
    var execution = task.getExecution();
    var definition = task.getTaskDefinition();
    var form = definition.getFormKey();
    var process = task.getProcessDefinition();
    return new OpenTask(task.getId(), task.getTaskDefinitionKey(), task.getName(), process.getKey(),
        CaseId.of(execution.getProcessBusinessKey()), group(task), Optional.ofNullable(task.getAssignee()),
        form == null ? designed(definition) : String.valueOf(form.getValue(execution)),
        ModelProperties.returnTo(execution.getActivity()),
        ModelProperties.isRepeatable(execution.getActivity()) ? execution.getActivityInstanceId() : "",
        Optional.ofNullable(task.getDueDate()).map(due -> Dates.local(due.toInstant()).toLocalDate()),
        task.getCreateTime().toInstant());
  }

  private static String designed(TaskDefinition definition) {
    return definition.getCamundaFormDefinitionKey() == null ? "" : DesignedForms.PAGE;
  }

  /** Evaluated from the model instead of read from the identity links: the variables are loaded anyway. */
  static String group(TaskEntity task) {
    var groups = task.getTaskDefinition().getCandidateGroupIdExpressions();
    return groups.isEmpty() ? "" : String.valueOf(groups.iterator().next().getValue(task.getExecution()));
  }
}
