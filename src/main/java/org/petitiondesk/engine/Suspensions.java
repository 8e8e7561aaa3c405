package org.petitiondesk.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops the processes of a case, or lets no case begin in a version of a process. What watches over the dates goes on:
 * the law knows no suspended server.
 */
@Component
@Transactional
public class Suspensions {

  /** Processes are named after their module: what watches over dates, reviews (四不放过) and letters on their way goes on. */
  private static final List<String> GOES_ON = List.of("escalation_", "accountability_", "notice_");

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ManagementService management;

  Suspensions(RuntimeService runtime, RepositoryService repository, ManagementService management) {
    this.runtime = runtime;
    this.repository = repository;
    this.management = management;
  }

  /** A version of a process. */
  public record Version(String processKey, String name, int version, boolean suspended) {}

  /** How many processes stand still now; none when the case has none. */
  public int suspend(CaseId id) {
    var runs = runs(id).stream().filter(run -> !run.isSuspended()).toList();
    runs.forEach(run -> runtime.suspendProcessInstanceById(run.getId()));
    return runs.size();
  }

  public void activate(CaseId id) {
    runs(id).stream().filter(ProcessInstance::isSuspended)
        .forEach(run -> runtime.activateProcessInstanceById(run.getId()));
  }

  public void suspend(String processKey, int version) {
    var definition = definition(processKey, version).getId();
    repository.suspendProcessDefinitionById(definition);
    // The engine suspends its kinds of jobs too; what runs in the version would stop at its next job.
    management.activateJobDefinitionByProcessDefinitionId(definition);
  }

  public void activate(String processKey, int version) {
    repository.activateProcessDefinitionById(definition(processKey, version).getId());
  }

  /** The version in force of each process, by key, and every other one that is suspended. */
  @Transactional(readOnly = true)
  public List<Version> versions() {
    var latest = repository.createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionKey().asc().list();
    var ids = latest.stream().map(ProcessDefinition::getId).toList();
    return Stream.concat(latest.stream(),
        repository.createProcessDefinitionQuery().suspended().list().stream().filter(old -> !ids.contains(old.getId())))
        .filter(each -> !goesOn(each.getKey()))
        .map(each -> new Version(each.getKey(), Optional.ofNullable(each.getName()).orElse(each.getKey()),
            each.getVersion(), each.isSuspended()))
        .toList();
  }

  private List<ProcessInstance> runs(CaseId id) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list().stream()
        .filter(run -> !goesOn(run.getProcessDefinitionId())).toList();
  }

  private static boolean goesOn(String processKey) {
    return GOES_ON.stream().anyMatch(processKey::startsWith);
  }

  private ProcessDefinition definition(String processKey, int version) {
    return Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionKey(processKey)
        .processDefinitionVersion(version).singleResult())
        .orElseThrow(() -> new NotFound("engine.not-found.version"));
  }
}
