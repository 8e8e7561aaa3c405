package org.petitiondesk.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.ReportWithoutReader;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.engine.FailedJob;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Sending;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.kernel.OwnMatters;
import org.springframework.stereotype.Component;

/**
 * What the row of an open task must say. Whoever compares the list with the engine asks here too, so that there is one
 * answer.
 */
@Component
class WorkItemDraft {

  private final CaseFiles cases;
  private final Standings standings;
  private final Matters matters;

  WorkItemDraft(CaseFiles cases, Standings standings, Matters matters) {
    this.cases = cases;
    this.standings = standings;
    this.matters = matters;
  }

  /** As it was before any verb touched it. */
  WorkItem of(OpenTask task) {
    return of(task, Optional.empty(), Optional.empty());
  }

  WorkItem of(OpenTask task, Sending sending) {
    return of(task, sending.task(), sending.task().map(item -> Handing.of(sending)));
  }

  private WorkItem of(OpenTask task, Optional<String> sender, Optional<Handing> handed) {
    var file = file(task.caseId());
    var open = file.filter(known -> !known.isReport());
    var matter = file.isEmpty() ? matters.of(task) : Optional.<OwnMatters.Matter>empty();
    return new WorkItem(task.id(), ItemSource.TASK, task.key(), task.processKey(), task.name(), task.form(),
        task.caseId(), file.map(CaseFile::code).or(() -> matter.map(OwnMatters.Matter::code)).orElse(""),
        file.map(CaseFile::kind).orElse(CaseKind.PETITION),
        open.map(CaseFile::title).or(() -> matter.map(OwnMatters.Matter::title)).orElse(""),
        file.map(CaseFile::isReport).orElse(false), open.flatMap(CaseFile::category), open.map(CaseFile::territory),
        file.map(CaseFile::urgency).orElse(Urgency.NORMAL), file.map(CaseFile::registeringUnit).orElse(""),
        task.group(), unit(task, file), task.assignee(),
        task.dueOn().map(Standing::own).orElseGet(() -> standings.of(task.caseId())), task.createdAt(),
        task.createdAt(), ItemState.OPEN, Optional.empty(), 0,
        new Marks(sender, handed, 0, Optional.empty(), 0, task.returnTo(), task.step(),
            false));
  }

  /** An operator sees that a step of a case has failed, not what the case is about. */
  WorkItem of(FailedJob job, Instant at) {
    var file = file(job.caseId());
    return new WorkItem(job.incidentId(), ItemSource.INCIDENT, job.elementId(), job.processKey(), job.elementId(),
        "operations/incidents/{item}", job.caseId(), file.map(CaseFile::code).orElse(""),
        file.map(CaseFile::kind).orElse(CaseKind.PETITION), "", true, Optional.empty(), Optional.empty(),
        Urgency.NORMAL, "", WaitsFor.OPERATORS, "", Optional.empty(), Standing.NONE, at, at,
        ItemState.OPEN, Optional.empty(), 0, Marks.NONE);
  }

  /** Nothing of the report but its code: who keeps the accounts does not read it. */
  WorkItem of(ReportWithoutReader report, Instant at) {
    return new WorkItem(UUID.randomUUID().toString(), ItemSource.INCIDENT, UnreadReports.KIND, "inbox",
        UnreadReports.KIND, "operations/reports/{item}", report.id(), cases.get(report.id()).code(),
        CaseKind.PETITION, "", true, Optional.empty(), Optional.empty(), Urgency.NORMAL, "", WaitsFor.OPERATORS, "",
        Optional.empty(), Standing.NONE, at, at, ItemState.OPEN, Optional.empty(), 0, Marks.NONE);
  }

  /** A process may run for something that is not on the register; its tasks are work all the same. */
  private Optional<CaseFile> file(CaseId id) {
    try {
      return Optional.of(cases.get(id));
    } catch (NotFound notOnTheRegister) {
      return Optional.empty();
    }
  }

  /** A task for one person only is the work of the unit that leads the case. */
  private static String unit(OpenTask task, Optional<CaseFile> file) {
    return task.group().isEmpty()
        ? file.map(known -> known.leadUnit().orElse(known.registeringUnit())).orElse("")
        : Group.of(task.group()).unit();
  }
}
