package org.petitiondesk.matter;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.engine.DesignedForms;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.RunObserver;
import org.petitiondesk.engine.Sending;
import org.petitiondesk.engine.TaskObserver;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;

/** Remembers of every step with a designed form which version it shows and whose it was, and when a matter has ended. */
@Component
class MatterKeeper implements TaskObserver, RunObserver {

  private final MatterTable matters;
  private final DesignedForms forms;
  private final AuditTrail audit;
  private final Clock clock;

  MatterKeeper(MatterTable matters, DesignedForms forms, AuditTrail audit, Clock clock) {
    this.matters = matters;
    this.forms = forms;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void created(OpenTask task, Sending sending) {
    if (task.hasDesignedForm()) {
      forms.ofTask(task.id()).ifPresent(form -> matters.began(task, form));
    }
  }

  @Override
  public void assigned(OpenTask task, Optional<String> before, String reason, Actor by) {
    if (task.hasDesignedForm()) {
      matters.held(task.id(), task.assignee().orElse(""));
    }
  }

  @Override
  public void completed(OpenTask task, Actor by) {
    ended(task);
  }

  @Override
  public void returned(OpenTask task, OpenTask again, String reason, Actor by) {
    ended(task);
  }

  @Override
  public void cancelled(OpenTask task, Actor by) {
    ended(task);
  }

  /** Keeps its form, unless the new version shows another one there. */
  @Override
  public void migrated(OpenTask task) {
    if (task.hasDesignedForm()) {
      forms.ofTask(task.id()).ifPresent(form -> matters.migrated(task, form));
    }
  }

  @Override
  public void ended(String processKey, CaseId id, Optional<String> how) {
    var matter = new MatterId(id.value());
    if (matters.find(matter).filter(found -> found.isOpen() && found.process().equals(processKey)).isPresent()) {
      matters.end(matter, how.orElse(""), clock.instant());
      audit.append(id, Actor.SYSTEM, "matter.ended", how.map(end -> Map.of("end", end)).orElseGet(Map::of));
    }
  }

  private void ended(OpenTask task) {
    if (task.hasDesignedForm()) {
      matters.ended(task.id(), clock.instant());
    }
  }
}
