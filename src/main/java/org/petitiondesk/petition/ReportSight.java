package org.petitiondesk.petition;

import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Sending;
import org.petitiondesk.engine.TaskObserver;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Role;
import org.springframework.stereotype.Component;

/**
 * A report against a person (检举控告) is seen only by those named on it: whoever is given an item of it by one who sees it
 * is named by that, and whoever opens or takes an item without being named is refused.
 */
@Component
class ReportSight implements TaskObserver {

  private final CaseFiles cases;

  ReportSight(CaseFiles cases) {
    this.cases = cases;
  }

  @Override
  public void opened(OpenTask task, Actor by) {
    if (isReport(task)) {
      cases.requireSight(task.caseId(), by);
    }
  }

  @Override
  public void created(OpenTask task, Sending sending) {
    task.assignee().filter(account -> isReport(task))
        .ifPresent(account -> cases.grant(task.caseId(), account, Actor.SYSTEM));
  }

  @Override
  public void assigned(OpenTask task, Optional<String> before, String reason, Actor by) {
    if (task.assignee().isEmpty() || !isReport(task)) {
      return;
    }
    var takes = task.assignee().get().equals(by.id());
    if (takes || !namesUnseen(by)) {
      cases.requireSight(task.caseId(), by);
    }
    if (!takes) {
      cases.grant(task.caseId(), task.assignee().get(), by);
    }
  }

  @Override
  public void completed(OpenTask task, Actor by) {
    if (isReport(task)) {
      cases.requireSight(task.caseId(), by);
    }
  }

  @Override
  public void returned(OpenTask task, OpenTask again, String reason, Actor by) {
    completed(task, by);
  }

  @Override
  public void cancelled(OpenTask task, Actor by) {
    // Whoever was named stays named: the audit shows who could see the report.
  }

  /** The system by its rules, and whoever runs the installation when somebody leaves: they name others, never themselves. */
  private static boolean namesUnseen(Actor by) {
    return by.equals(Actor.SYSTEM) || by.has(Role.ADMINISTRATOR);
  }

  private boolean isReport(OpenTask task) {
    return cases.isReport(task.caseId());
  }
}
