package org.petitiondesk.inbox;

import java.time.Clock;
import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.FailedJob;
import org.petitiondesk.engine.IncidentObserver;
import org.petitiondesk.kernel.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A job whose retries are spent becomes an operator's item. */
@Component
class IncidentKeeper implements IncidentObserver {

  private static final Logger LOG = LoggerFactory.getLogger(IncidentKeeper.class);
  private static final int MESSAGE_LENGTH = 4000;

  private final WorkItems items;
  private final WorkItemDraft draft;
  private final AuditTrail audit;
  private final Clock clock;

  IncidentKeeper(WorkItems items, WorkItemDraft draft, AuditTrail audit, Clock clock) {
    this.items = items;
    this.draft = draft;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void opened(FailedJob job) {
    LOG.error("Step {} of {} failed for good, case {}, incident {}", job.elementId(), job.processKey(), job.caseId(),
        job.incidentId());
    var item = draft.of(job, clock.instant());
    items.insert(item);
    items.insertFailure(new FailedStep(item, job.jobId(), cut(job.message())));
    audit.append(job.caseId(), Actor.SYSTEM, "incident.opened", Map.of("item", item.id(), "step", job.elementId()));
  }

  /** An operator who pressed "try again" has finished the item already; here it ends because the fault went away. */
  @Override
  public void resolved(FailedJob job) {
    items.finish(job.incidentId(), ItemState.DONE,
        WorkItem.Finish.of(Actor.SYSTEM, clock.instant()));
  }

  static String cut(String message) {
    return message.length() <= MESSAGE_LENGTH ? message : message.substring(0, MESSAGE_LENGTH);
  }
}
