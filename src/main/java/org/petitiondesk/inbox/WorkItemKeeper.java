package org.petitiondesk.inbox;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.Handled;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Sending;
import org.petitiondesk.engine.TaskMemory;
import org.petitiondesk.engine.TaskObserver;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.DeskException;
import org.springframework.stereotype.Component;

/**
 * Writes the work list and the audit chain for every user task of every model, in the engine's transaction. Its row is
 * also the arbiter between two people: the second one finds it finished and is told by whom.
 */
@Component
class WorkItemKeeper implements TaskObserver, TaskMemory {

  private final WorkItems items;
  private final WorkItemDraft draft;
  private final Drafts drafts;
  private final Words words;
  private final BarredItems barred;
  private final AuditTrail audit;
  private final Clock clock;

  WorkItemKeeper(WorkItems items, WorkItemDraft draft, Drafts drafts, Words words, BarredItems barred, AuditTrail audit,
      Clock clock) {
    this.items = items;
    this.draft = draft;
    this.drafts = drafts;
    this.words = words;
    this.barred = barred;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void created(OpenTask task, Sending sending) {
    var item = draft.of(task, sending);
    items.insert(item);
    barred.arrived(item);
  }

  @Override
  public void assigned(OpenTask task, Optional<String> before, String reason, Actor by) {
    if (!items.assign(task.id(), before, task.assignee(), clock.instant())) {
      throw conflict(task);
    }
    var details = details(task);
    before.ifPresent(account -> details.put("before", account));
    task.assignee().ifPresent(account -> details.put("assignee", account));
    if (reason.isEmpty()) {
      audit.append(task.caseId(), by, "item.assigned", details);
      return;
    }
    items.hand(task.id(), new Handing(by.id(), Handing.How.TRANSFERRED, reason));
    details.put("reason", reason);
    audit.append(task.caseId(), by, "item.transferred", details);
  }

  @Override
  public void completed(OpenTask task, Actor by) {
    finish(task, ItemState.DONE, by);
    words.finished(task.id());
    audit.append(task.caseId(), by, "item.completed", details(task));
  }

  @Override
  public void returned(OpenTask task, OpenTask again, String reason, Actor by) {
    words.gone(task.id(), by);
    finish(task, ItemState.DONE, by);
    var details = details(task);
    details.put("again", again.id());
    details.put("backTo", again.key());
    details.put("backToName", again.name());
    details.put("reason", reason);
    audit.append(task.caseId(), by, "item.returned", details);
  }

  @Override
  public void migrated(OpenTask task) {
    items.migrate(draft.of(task));
  }

  @Override
  public void cancelled(OpenTask task, Actor by) {
    finish(task, ItemState.CANCELLED, by);
    words.gone(task.id(), by);
    audit.append(task.caseId(), by, "item.cancelled", details(task));
  }

  @Override
  public Optional<OpenTask> open(String taskId) {
    var known = items.find(taskId).filter(item -> item.source() == ItemSource.TASK && item.isOpen());
    if (known.filter(item -> item.marks().suspended()).isPresent()) {
      throw new Conflict("inbox.conflict.suspended");
    }
    return known
        .map(item -> new OpenTask(item.id(), item.kind(), item.name(), item.processKey(), item.caseId(), item.group(),
            item.assignee(), item.form(), item.marks().returnTo(), item.marks().step(), item.standing().ownDate(),
            item.createdAt()));
  }

  @Override
  public Optional<Handled> handled(String taskId) {
    return items.find(taskId).filter(item -> item.state() == ItemState.DONE).flatMap(WorkItem::finish)
        .map(finish -> new Handled(finish.name(), finish.at()));
  }

  @Override
  public boolean helps(String taskId, Actor actor) {
    return words.helps(taskId, actor);
  }

  private void finish(OpenTask task, ItemState state, Actor by) {
    if (!items.finish(task.id(), state, WorkItem.Finish.of(by, clock.instant()))) {
      throw conflict(task);
    }
    drafts.forget(task.id());
  }

  private DeskException conflict(OpenTask task) {
    return items.find(task.id())
        .map(item -> item.isOpen() && item.marks().asked() > 0 ? words.waitingFor(item) : Conflicts.of(item))
        .orElseThrow(() -> new IllegalStateException("Task " + task.id() + " has no work item"));
  }

  private static Map<String, Object> details(OpenTask task) {
    var details = new LinkedHashMap<String, Object>();
    details.put("item", task.id());
    details.put("process", task.processKey());
    details.put("task", task.key());
    details.put("name", task.name());
    return details;
  }
}
