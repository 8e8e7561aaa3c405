package org.petitiondesk.inbox;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseKind;
import org.petitiondesk.casefile.Channel;
import org.petitiondesk.casefile.DemandClass;
import org.petitiondesk.casefile.RegisterCase;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.ProcessVariable;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.people.Accounts;

/**
 * Makes work: a registered case and a task for somebody of a unit, by the way that real ones go. A test makes one with
 * {@code beans.createBean(Errands.class)}; as a bean of the tests it would need a context of its own.
 */
class Errands {

  static final ProcessVariable<String> UNIT = ProcessVariable.text("unit");
  private static final ProcessVariable<String> UNITS = ProcessVariable.text("units");

  private final CaseFiles cases;
  private final Processes processes;
  private final Accounts accounts;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final WorkItems items;
  private final Clock clock;

  Errands(CaseFiles cases, Processes processes, Accounts accounts, RepositoryService repository,
      RuntimeService runtime, ManagementService management, WorkItems items, Clock clock) {
    this.cases = cases;
    this.processes = processes;
    this.accounts = accounts;
    this.repository = repository;
    this.runtime = runtime;
    this.management = management;
    this.items = items;
    this.clock = clock;
  }

  Actor actor(String account) {
    return accounts.actor(account);
  }

  /** An open task of the unit's handlers. */
  WorkItem open(String unit, String title) {
    return open(unit, title, DemandClass.CLAIM);
  }

  /** The same, and the unit leads the case: its people may see it. */
  WorkItem led(String unit, String title) {
    var item = open(unit, title);
    cases.assigned(item.caseId(), unit, List.of(), Actor.SYSTEM);
    return item;
  }

  WorkItem report(String unit, String title) {
    return open(unit, title, DemandClass.REPORT);
  }

  private WorkItem open(String unit, String title, DemandClass demandClass) {
    return on(register(title, demandClass), unit);
  }

  /** One more task on a case that is registered already. */
  WorkItem on(CaseId id, String unit) {
    deploy("inbox/desk_errand.bpmn");
    var before = open(id);
    processes.start("desk_errand", id, UNIT.with(unit));
    return items.find(open(id).stream().filter(task -> !before.contains(task)).findFirst().orElseThrow()).orElseThrow();
  }

  private List<String> open(CaseId id) {
    return processes.openTasks(id).stream().filter(task -> task.processKey().equals("desk_errand")).map(OpenTask::id)
        .toList();
  }

  /** Work of {@code desk_branches}, at its first step; these units are consulted. */
  CaseId branches(String... units) {
    deploy("inbox/desk_letter.bpmn");
    deploy("inbox/desk_branches.bpmn");
    var id = register("分头办理", DemandClass.CLAIM);
    processes.start("desk_branches", id, UNITS.with(String.join(",", units)));
    return id;
  }

  /** A step that has failed for good. */
  CaseId fault() {
    deploy("inbox/desk_fault.bpmn");
    var id = register("停住的案件", DemandClass.CLAIM);
    processes.start("desk_fault", id, Facts.none());
    fail(id);
    return id;
  }

  /** The job runs once more, without a further try left. */
  void fail(CaseId id) {
    var job = job(id);
    if (management.createJobQuery().jobId(job).singleResult().getRetries() > 1) {
      management.setJobRetries(job, 1);
    }
    try {
      management.executeJob(job);
      throw new AssertionError("The step should have failed");
    } catch (RuntimeException expected) {
      // The engine has counted the failure and tells whoever ran the job.
    }
  }

  void run(CaseId id) {
    management.executeJob(job(id));
  }

  /** The cause of the fault is gone. */
  void repair(CaseId id, String unit) {
    runtime.setVariable(instance(id), UNIT.name(), unit);
  }

  private String job(CaseId id) {
    return management.createJobQuery().processInstanceId(instance(id)).singleResult().getId();
  }

  private String instance(CaseId id) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString())
        .processDefinitionKey("desk_fault").singleResult().getId();
  }

  /** As a dispute: nothing else than the errand starts for it. */
  private CaseId register(String title, DemandClass demandClass) {
    return cases.register(new RegisterCase(CaseKind.DISPUTE, Channel.VISIT, demandClass, Dates.today(clock), "xfj",
        "liuyin-guihua", title, "正文", true, List.of(), List.of(), List.of()), accounts.actor("officer")).id();
  }

  private void deploy(String model) {
    repository.createDeployment().name(model).addClasspathResource(model).enableDuplicateFiltering(true).deploy();
  }
}
