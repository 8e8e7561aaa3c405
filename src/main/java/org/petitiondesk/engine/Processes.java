package org.petitiondesk.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ExceptionUtil;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.DeskException;
import org.petitiondesk.kernel.Group;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Moves the token. Callers write their own rows first and call this last, in the same transaction. */
@Component
@Transactional
public class Processes {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final ProcessEngineConfigurationImpl configuration;
  private final Supplier<List<TaskObserver>> observers;
  private final Supplier<List<TaskMemory>> memory;

  Processes(RuntimeService runtime, TaskService tasks, ManagementService management,
      ProcessEngineConfigurationImpl configuration, ObjectProvider<TaskObserver> observers,
      ObjectProvider<TaskMemory> memory) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
    this.configuration = configuration;
    this.observers = SingletonSupplier.of(() -> observers.stream().toList());
    this.memory = SingletonSupplier.of(() -> memory.stream().toList());
  }

  /** Starts the latest version of a process for a case, and says under which id it runs. */
  public String start(String processKey, CaseId id, Facts facts) {
    try {
      return runtime.startProcessInstanceByKey(processKey, id.toString(), facts.asMap()).getId();
    } catch (SuspendedEntityInteractionException suspended) {
      throw new Conflict("engine.conflict.suspended-process");
    }
  }

  @Transactional(readOnly = true)
  public boolean isRunning(String processKey, CaseId id) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString(), processKey).count() > 0;
  }

  /** Whether this run of a process is still there. */
  @Transactional(readOnly = true)
  public boolean isAlive(String run) {
    return runtime.createProcessInstanceQuery().processInstanceId(run).count() > 0;
  }

  /** Ends a run where it stands; nothing happens when it has ended. */
  public void end(String run, String reason) {
    if (isAlive(run)) {
      runtime.deleteProcessInstance(run, reason);
    }
  }

  /** Ends the run that this task belongs to. */
  public void endRunOf(OpenTask task, String reason) {
    runtime.deleteProcessInstance(
        tasks.createTaskQuery().taskId(task.id()).singleResult().getProcessInstanceId(), reason);
  }

  /** Ends every run of a process for a case where it stands. */
  public void endAll(String processKey, CaseId id, String reason) {
    runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString(), processKey).list()
        .forEach(run -> runtime.deleteProcessInstance(run.getId(), reason));
  }

  /** Ends what is left of a case's run of a process and begins a new one before this step, in the latest version. */
  public void restart(String processKey, CaseId id, String step, Facts facts) {
    endAll(processKey, id, "restarted");
    runtime.createProcessInstanceByKey(processKey).businessKey(id.toString()).startBeforeActivity(step)
        .setVariables(facts.asMap()).execute();
  }

  /**
   * Wakes whoever waits for this message on this case; false when nobody does, and then nothing has changed.
   *
   * @throws Conflict when who waits for it is suspended: the message would be lost
   */
  public boolean correlate(String message, CaseId id, Facts facts, Actor actor) {
    var received = Acting.as(actor, () -> !runtime.createMessageCorrelation(message)
        .processInstanceBusinessKey(id.toString()).setVariables(facts.asMap()).correlateAllWithResult().isEmpty());
    if (!received && runtime.createExecutionQuery().messageEventSubscriptionName(message)
        .processInstanceBusinessKey(id.toString()).suspended().count() > 0) {
      throw new Conflict("engine.conflict.suspended");
    }
    return received;
  }

  /** Whether anybody waits for this message on this case: a run that began under an older model may not. */
  @Transactional(readOnly = true)
  public boolean isAwaited(String message, CaseId id) {
    return runtime.createExecutionQuery().messageEventSubscriptionName(message)
        .processInstanceBusinessKey(id.toString()).count() > 0;
  }

  /** The same as {@link #correlate} for one run of a process, where a case has several of them. */
  public boolean correlateRun(String message, String run, Facts facts, Actor actor) {
    return Acting.as(actor, () -> !runtime.createMessageCorrelation(message).processInstanceId(run)
        .setVariables(facts.asMap()).correlateAllWithResult().isEmpty());
  }

  /**
   * Completes a task of the actor or of one of the actor's groups.
   *
   * @throws NoOpenTask when it is done already, also by a racing second click
   * @throws NotYourTask when somebody else holds it or it waits for another group
   */
  public void complete(String taskId, Actor actor, Facts facts) {
    inEngine(taskId, new Sending(actor, Optional.of(taskId), Sending.Move.ON, ""), task -> {
      requireMine(task, actor);
      task.setVariables(facts.asMap());
      task.complete();
    });
  }

  /**
   * Loads an open task and checks that the actor may work on it; for pages and for services before they write. The work
   * list is asked first: one row instead of the engine's four. {@link #complete} asks the engine itself again.
   */
  @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
  public OpenTask require(String taskId, Actor actor) {
    var task = memory.get().stream().flatMap(known -> known.open(taskId).stream()).findFirst()
        .orElseGet(() -> command(() -> OpenTasks.of(find(taskId))));
    if (!isFor(task, actor)) {
      throw notMine(task.assignee());
    }
    observers.get().forEach(observer -> observer.opened(task, actor));
    return task;
  }

  /** Whether the actor may be led to a task, for pages that only say whose turn it is. */
  public boolean isFor(OpenTask task, Actor actor) {
    return isMine(task.assignee(), task::group, actor)
        || memory.get().stream().anyMatch(known -> known.helps(task.id(), actor));
  }

  /** Takes a task of one of the actor's groups; doing so twice is no error. A substitute takes it in the other's name. */
  public void claim(String taskId, Actor actor) {
    inEngine(taskId, actor, task -> {
      requireMine(task, actor);
      var holder = actor.asWhom().id();
      if (!holder.equals(task.getAssignee())) {
        assign(task, holder, "", actor);
      }
    });
  }

  /** Puts a claimed task back to its group. */
  public void release(String taskId, Actor actor) {
    inEngine(taskId, actor, task -> {
      requireMine(task, actor);
      if (OpenTasks.group(task).isEmpty()) {
        throw new NotYourTask("engine.forbidden.no-group");
      }
      assign(task, null, "", actor);
    });
  }

  /** Hands a task to an account, whoever holds it now. The caller has checked that the actor may do so, and why. */
  public void transfer(String taskId, String account, String reason, Actor actor) {
    inEngine(taskId, actor, task -> assign(task, account, reason, actor));
  }

  /** Puts a task back to its group, whoever holds it now. The caller has checked that the actor may dispatch here. */
  public void putBack(String taskId, Actor actor) {
    inEngine(taskId, actor, task -> assign(task, null, "", actor));
  }

  @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
  public Optional<OpenTask> task(String taskId) {
    return command(() -> Optional.ofNullable(entity(taskId)).map(OpenTasks::of));
  }

  @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
  public List<OpenTask> openTasks(CaseId id) {
    return command(() -> tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).list()
        .stream().map(task -> OpenTasks.of((TaskEntity) task)).toList());
  }

  /** Gives a failed job one more try, now. */
  public void retry(String jobId, Actor actor) {
    Acting.as(actor, () -> {
      management.setJobRetries(jobId, 1);
      return null;
    });
  }

  /** Hands every task of a case that nobody holds to an account. The caller has checked that the actor may do that. */
  public void transferOpen(CaseId id, String account, Actor actor) {
    openTasks(id).stream().filter(task -> task.assignee().isEmpty())
        .forEach(task -> transfer(task.id(), account, "", actor));
  }

  /** What the runs of some processes of a case know from now on; a process of another kind knows nothing of it. */
  public void remember(CaseId id, Set<String> processKeys, Facts facts) {
    runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString())
        .processDefinitionKeyIn(processKeys.toArray(String[]::new)).list()
        .forEach(run -> runtime.setVariables(run.getId(), facts.asMap()));
  }

  /**
   * Gives the jobs of a process of a case whose tries are spent one more.
   *
   * @param which fact that tells this process from others of its kind on the same case
   */
  public <T> void retryFailed(CaseId id, String processKey, ProcessVariable<T> which, T value, Actor actor) {
    runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString(), processKey).list().stream()
        .filter(run -> value.equals(runtime.getVariable(run.getId(), which.name())))
        .flatMap(run -> management.createJobQuery().processInstanceId(run.getId()).noRetriesLeft().list().stream())
        .forEach(job -> retry(job.getId(), actor));
  }

  private void assign(TaskEntity task, String account, String reason, Actor actor) {
    var before = Optional.ofNullable(task.getAssignee());
    tasks.setAssignee(task.getId(), account);
    var open = OpenTasks.of(task);
    observers.get().forEach(observer -> observer.assigned(open, before, reason, actor));
  }

  private static void requireMine(TaskEntity task, Actor actor) {
    var assignee = Optional.ofNullable(task.getAssignee());
    if (!isMine(assignee, () -> OpenTasks.group(task), actor)) {
      throw notMine(assignee);
    }
  }

  private static boolean isMine(Optional<String> assignee, Supplier<String> group, Actor actor) {
    if (assignee.isPresent()) {
      return assignee.get().equals(actor.asWhom().id());
    }
    var waitsFor = group.get();
    return !waitsFor.isEmpty() && actor.asWhom().belongsTo(Group.of(waitsFor));
  }

  private static NotYourTask notMine(Optional<String> assignee) {
    return new NotYourTask(assignee.isPresent() ? "engine.forbidden.held" : "engine.forbidden.group");
  }

  private void inEngine(String taskId, Actor actor, Consumer<TaskEntity> act) {
    inEngine(taskId, new Sending(actor, Optional.empty(), Sending.Move.ON, ""), act);
  }

  private void inEngine(String taskId, Sending sending, Consumer<TaskEntity> act) {
    moving(taskId, sending, () -> {
      act.accept(find(taskId));
      return null;
    });
  }

  /** One command of the engine that moves the token; its faults are explained by what has become of the task. */
  <T> T moving(String taskId, Sending sending, Supplier<T> act) {
    return moving(sending, act, () -> entity(taskId) == null, () -> gone(taskId));
  }

  /**
   * The same where no task tells.
   *
   * @param gone whether what is moved is not there any more, asked in a transaction of its own
   * @param second what is said to whoever comes second
   */
  <T> T moving(Sending sending, Supplier<T> act, BooleanSupplier gone, Supplier<DeskException> second) {
    try {
      return Acting.with(sending, () -> command(act));
    } catch (RuntimeException failed) {
      throw explained(failed, gone, second);
    }
  }

  /** Tells that a task stands in another version of its model. */
  void migrated(OpenTask task) {
    observers.get().forEach(observer -> observer.migrated(task));
  }

  /** Tells that a task has ended because it was sent back. */
  void returned(OpenTask task, OpenTask again, String reason, Actor actor) {
    observers.get().forEach(observer -> observer.returned(task, again, reason, actor));
  }

  /**
   * What people said is unwrapped: the engine wraps whatever a task listener throws. And whatever the engine stumbled over
   * when somebody else finished the task under its hands, from a stale revision to an execution that is not there any
   * more, means that the task is gone; but only when it is gone for everybody, not only in this transaction.
   */
  private RuntimeException explained(RuntimeException failed, BooleanSupplier gone, Supplier<DeskException> second) {
    if (failed instanceof DeskException) {
      return failed;
    }
    if (failed instanceof SuspendedEntityInteractionException) {
      return new Conflict("engine.conflict.suspended");
    }
    if (failed instanceof ProcessEngineException && failed.getCause() instanceof DeskException said) {
      return said;
    }
    return configuration.getCommandExecutorTxRequiresNew().execute(
        context -> gone.getAsBoolean() || isSecond(failed) ? second.get() : failed);
  }

  /** Somebody else's transaction has won: by a revision, by a lock, or by removing what this one refers to. */
  static boolean isSecond(RuntimeException failed) {
    if (failed instanceof ProcessEnginePersistenceException persistence) {
      var cause = ExceptionUtil.unwrapException(persistence);
      return cause != null && (ExceptionUtil.checkDeadlockException(cause)
          || ExceptionUtil.checkForeignKeyConstraintViolation(cause));
    }
    return failed instanceof OptimisticLockingException;
  }

  <T> T command(Supplier<T> work) {
    return configuration.getCommandExecutorTxRequired().execute(context -> work.get());
  }

  TaskEntity find(String taskId) {
    var task = entity(taskId);
    if (task == null) {
      throw gone(taskId);
    }
    return task;
  }

  private TaskEntity entity(String taskId) {
    return Context.getCommandContext().getTaskManager().findTaskById(taskId);
  }

  private NoOpenTask gone(String taskId) {
    return memory.get().stream().flatMap(known -> known.handled(taskId).stream()).findFirst()
        .map(handled -> new NoOpenTask(taskId, handled)).orElseGet(() -> new NoOpenTask(taskId));
  }
}
