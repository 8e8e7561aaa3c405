package org.petitiondesk.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.petitiondesk.kernel.CaseId;

/** Reads a {@link FailedJob} off the engine's own incident. */
final class FailedJobs {

  private FailedJobs() {}

  static FailedJob of(IncidentEntity incident) {
    var execution = Context.getCommandContext().getExecutionManager().findExecutionById(incident.getExecutionId());
    return new FailedJob(incident.getId(), incident.getConfiguration(), execution.getProcessDefinition().getKey(),
        incident.getActivityId(), CaseId.of(execution.getProcessBusinessKey()),
        incident.getIncidentMessage() == null ? "" : incident.getIncidentMessage());
  }
}
