package org.petitiondesk.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.runtime.Incident;

/** Besides keeping the engine's incident, tells our observers: a failed job becomes somebody's work. */
class DeskIncidentHandler extends DefaultIncidentHandler {

  private final Iterable<IncidentObserver> observers;

  DeskIncidentHandler(Iterable<IncidentObserver> observers) {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
    this.observers = observers;
  }

  @Override
  public Incident handleIncident(IncidentContext context, String message) {
    var incident = (IncidentEntity) super.handleIncident(context, message);
    observers.forEach(observer -> observer.opened(FailedJobs.of(incident)));
    return incident;
  }

  @Override
  protected void removeIncident(IncidentContext context, boolean resolved) {
    Context.getCommandContext().getIncidentManager().findIncidentByConfiguration(context.getConfiguration())
        .forEach(
            incident -> observers.forEach(observer -> observer.resolved(FailedJobs.of((IncidentEntity) incident))));
    super.removeIncident(context, resolved);
  }
}
