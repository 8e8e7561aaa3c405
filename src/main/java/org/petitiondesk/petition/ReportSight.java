package org.petitiondesk.petition;

import java.util.Optional;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Sending;
import org.petitiondesk.engine.TaskObserver;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseBars;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Component;

/**
 * A report against a person (检举控告) is seen only by those named on it: whoever is given an item of it by one who sees it
 * is named by that, and whoever opens or takes an item without being named is refused. Of whatever case, nobody who is
 * kept from it gets, opens or finishes an item.
 */
@Component
class ReportSight implements TaskObserver {

  private final CaseFiles cases;
  private final CaseBars bars;
  private final Accounts accounts;

  ReportSight(CaseFiles cases, CaseBars bars, Accounts accounts) {
    this.cases = cases;
    this.bars = bars;
    this.accounts = accounts;
  }

  @Override
  public void opened(OpenTask task, Actor by) {
    bars.require(task.caseId(), by);
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
    if (task.assignee().isEmpty()) {
      return;
    }
    var takes = task.assignee().get().equals(by.id());
    requireFree(task, takes, by);
    if (!isReport(task)) {
      return;
    }
    if (takes || !namesUnseen(by)) {
      cases.requireSight(task.caseId(), by);
    }
    if (!takes) {
      cases.grant(task.caseId(), task.assignee().get(), by);
    }
  }

  @Override
  public void completed(OpenTask task, Actor by) {
    opened(task, by);
  }

  @Override
  public void returned(OpenTask task, OpenTask again, String reason, Actor by) {
    completed(task, by);
  }

  @Override
  public void cancelled(OpenTask task, Actor by) {
    // Whoever was named stays named: the audit shows who could see the report.
  }

  private void requireFree(OpenTask task, boolean takes, Actor by) {
    bars.require(task.caseId(), by);
    if (!takes) {
      accounts.find(task.assignee().get()).filter(holder -> cases.isBarred(task.caseId(), holder)).ifPresent(holder -> {
        throw Refused.at("to", "petition.refused.barred", holder.name());
      });
    }
  }

  /** The system by its rules, and whoever runs the installation when somebody leaves: they name others, never themselves. */
  private static boolean namesUnseen(Actor by) {
    return by.equals(Actor.SYSTEM) || by.has(Role.ADMINISTRATOR);
  }

  private boolean isReport(OpenTask task) {
    return cases.isReport(task.caseId());
  }
}
