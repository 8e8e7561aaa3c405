package org.petitiondesk.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Page;
import org.springframework.stereotype.Component;

/**
 * All that the engine has open, page by page, for whoever compares with it. A page is read in a command of its own, so
 * that the memory does not grow with the work.
 */
@Component
public class OpenWork {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final ProcessEngineConfigurationImpl configuration;

  OpenWork(TaskService tasks, RuntimeService runtime, ManagementService management,
      ProcessEngineConfigurationImpl configuration) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.management = management;
    this.configuration = configuration;
  }

  /** Open tasks by id. What people finish while a page is read may be missing from it. */
  public Page<OpenTask> tasks(Optional<String> cursor, int limit) {
    return command(() -> {
      var page = tasks.createNativeTaskQuery()
          .sql("select * from " + management.getTableName(Task.class) + " where ID_ > #{after} order by ID_")
          .parameter("after", cursor.orElse("")).listPage(0, limit);
      var next = Optional.of(page).filter(full -> full.size() == limit).map(full -> full.get(limit - 1).getId());
      return new Page<>(page.stream().flatMap(task -> read((TaskEntity) task).stream()).toList(), next);
    });
  }

  public Optional<OpenTask> task(String id) {
    return command(
        () -> Optional.ofNullable(Context.getCommandContext().getTaskManager().findTaskById(id)).flatMap(this::read));
  }

  /** Those of the tasks that are open. */
  public Set<String> open(Collection<String> taskIds) {
    var open = new HashSet<String>();
    if (!taskIds.isEmpty()) {
      tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).list().forEach(task -> open.add(task.getId()));
    }
    return open;
  }

  /** Whether somebody or a job will go on with the case, other than in processes of these kinds. */
  public boolean goesOn(CaseId id, Set<String> otherThan) {
    var runs = runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString())
        .processDefinitionKeyNotIn(otherThan.toArray(String[]::new)).list().stream().map(run -> run.getId())
        .collect(Collectors.toSet());
    return !runs.isEmpty()
        && (tasks.createTaskQuery().processInstanceIdIn(runs.toArray(String[]::new)).count() > 0
            || management.createJobQuery().processInstanceIds(runs).count() > 0);
  }

  /** Whether an operator has stopped what goes on with the case. */
  public boolean isSuspended(CaseId id) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).suspended().count() > 0;
  }

  /** Jobs that need an operator, by the id of their incident. */
  public List<FailedJob> failedJobs(int from, int limit) {
    return command(() -> runtime.createIncidentQuery().incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
        .orderByIncidentId().asc().listPage(from, limit).stream()
        .map(incident -> FailedJobs.of((IncidentEntity) incident)).toList());
  }

  public Optional<FailedJob> failedJob(String incidentId) {
    return command(() -> Optional.ofNullable(runtime.createIncidentQuery().incidentId(incidentId).singleResult())
        .map(incident -> FailedJobs.of((IncidentEntity) incident)));
  }

  /** A task is read in several statements, and somebody may finish it between two of them. */
  private Optional<OpenTask> read(TaskEntity task) {
    try {
      return Optional.of(OpenTasks.of(task));
    } catch (RuntimeException halfGone) {
      if (tasks.createTaskQuery().taskId(task.getId()).count() > 0) {
        throw halfGone;
      }
      return Optional.empty();
    }
  }

  private <T> T command(Supplier<T> read) {
    return configuration.getCommandExecutorTxRequired().execute(context -> read.get());
  }
}
