package org.petitiondesk.inbox;

import java.time.Clock;
import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.FailedJob;
import org.petitiondesk.engine.IncidentObserver;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
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
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  IncidentKeeper(WorkItems items, WorkItemDraft draft, Accounts accounts, AuditTrail audit, Clock clock) {
    this.items = items;
    this.draft = draft;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void opened(FailedJob job) {
    LOG.error("Step {} of {} failed for good, case {}, incident {}", job.elementId(), job.processKey(), job.caseId(),
        job.incidentId());
    var item = draft.of(job, administrators(), clock.instant());
    items.insert(item);
    items.insertFailure(new FailedStep(item, job.jobId(), cut(job.message())));
    audit.append(job.caseId(), Actor.SYSTEM, "incident.opened", Map.of("item", item.id(), "step", job.elementId()));
  }

  /** An operator who pressed "try again" has finished the item already; here it ends because the fault went away. */
  @Override
  public void resolved(FailedJob job) {
    items.finish(job.incidentId(), ItemState.DONE,
        new WorkItem.Finish(Actor.SYSTEM.id(), Actor.SYSTEM.name(), clock.instant()));
  }

  /** Of several units with administrators the first by name: an item waits for one group. */
  private Group administrators() {
    return accounts.all().stream().filter(Account::enabled).filter(it -> it.roles().contains(Role.ADMINISTRATOR))
        .map(Account::unit).sorted().findFirst().map(unit -> new Group(Role.ADMINISTRATOR, unit))
        .orElseThrow(() -> new IllegalStateException("There is no administrator to tell of a failed job"));
  }

  private static String cut(String message) {
    return message.length() <= MESSAGE_LENGTH ? message : message.substring(0, MESSAGE_LENGTH);
  }
}
