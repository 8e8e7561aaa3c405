package org.petitiondesk.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.ReportWithoutReader;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports against a person that nobody may see, because they are about everybody who could have been named, or that were
 * assigned to a unit in which nobody is named. The administrators get an item that says only this, and name somebody; they never see the report themselves.
 */
@Component
@Transactional
public class UnreadReports {

  static final String KIND = "report_without_reader";

  private final WorkItems items;
  private final WorkItemDraft draft;
  private final CaseFiles cases;
  private final Processes processes;
  private final AuditTrail audit;
  private final Clock clock;

  UnreadReports(WorkItems items, WorkItemDraft draft, CaseFiles cases, Processes processes, AuditTrail audit,
      Clock clock) {
    this.items = items;
    this.draft = draft;
    this.cases = cases;
    this.processes = processes;
    this.audit = audit;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(ReportWithoutReader report) {
    if (items.openOf(List.of(report.id())).stream().anyMatch(item -> item.kind().equals(KIND))) {
      return;
    }
    var item = draft.of(report, clock.instant());
    items.insert(item);
    audit.append(report.id(), Actor.SYSTEM, "report.unread", Map.of("item", item.id()));
  }

  @Transactional(readOnly = true)
  public WorkItem get(String id, Actor operator) {
    if (!operator.has(Role.ADMINISTRATOR)) {
      throw new Forbidden("inbox.forbidden.operator");
    }
    return items.find(id).filter(item -> item.kind().equals(KIND))
        .orElseThrow(() -> new NotFound("inbox.not-found.item", id));
  }

  /** Whom the report is not about. */
  @Transactional(readOnly = true)
  public List<Account> candidates(String id, Actor operator) {
    return cases.mayBeNamed(get(id, operator).caseId());
  }

  /** Names the account on the report and hands it what is to be done there. Whom it is about is refused. */
  public void name(String id, String account, Actor operator) {
    var item = get(id, operator);
    if (candidates(id, operator).stream().noneMatch(candidate -> candidate.id().equals(account))) {
      throw Refused.at("account", "inbox.refused.not-a-reader");
    }
    if (!items.finish(id, ItemState.DONE, WorkItem.Finish.of(operator, clock.instant()))) {
      throw Conflicts.of(items.find(id).orElseThrow());
    }
    cases.grant(item.caseId(), account, operator);
    processes.transferOpen(item.caseId(), account, operator);
  }
}
