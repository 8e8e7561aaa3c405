package org.petitiondesk.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.petitiondesk.engine.Tokens.Leaf;
import org.petitiondesk.engine.Tokens.Token;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the token back to a user task that the case has passed, in the same process or in one that called it. What was
 * called on the way ends with it. Parallel branches are never torn: into a block the token comes from behind as the only
 * one that is still missing, and out of a block against the direction only when no other branch is still at work. What
 * can not be told for certain is refused, and then nothing has changed.
 */
@Component
@Transactional
public class PassedSteps {

  private final Processes processes;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final ApplicationEventPublisher events;

  PassedSteps(Processes processes, RuntimeService runtime, HistoryService history, ApplicationEventPublisher events) {
    this.processes = processes;
    this.runtime = runtime;
    this.history = history;
    this.events = events;
  }

  /**
   * A step since then that can not be taken back: a letter went out, an answer was issued. The model says which ones
   * ({@code legalEffect}).
   */
  @Transactional(readOnly = true)
  public Optional<MessageSourceResolvable> legalEffectSince(Passed passed) {
    return processes.command(() -> {
      var step = step(passed);
      return runs(passed.caseId()).flatMap(run -> since(run, step))
          .filter(later -> element(later).filter(ModelProperties::hasLegalEffect).isPresent())
          .min(Comparator.comparing(HistoricActivityInstance::getStartTime)).map(PassedSteps::name);
    });
  }

  /**
   * Ends an open task and opens a step before it again; returns the new task. The caller has checked that the actor may.
   *
   * @throws NoOpenTask when it is done already
   * @throws Refused while a parallel branch that would have to go back too is still at work
   */
  public OpenTask sendBack(String taskId, Passed to, String reason, Actor actor) {
    var sending = new Sending(actor, Optional.of(taskId), Sending.Move.BACK, reason);
    return processes.moving(taskId, sending, () -> {
      var task = processes.find(taskId);
      var ended = OpenTasks.of(task);
      var again = move(to, List.of(task));
      processes.returned(ended, again, reason, actor);
      return told(again, actor);
    });
  }

  /**
   * Opens a finished step again; returns the new task. The caller has checked that the actor has finished it and that
   * nobody has acted since.
   *
   * @param sentOn the open tasks that its end has opened; none when it waits for the other branches of its process
   * @throws Conflict when the case has gone on
   * @throws Refused while a parallel branch that would have to go back too is still at work
   */
  public OpenTask takeBack(Passed passed, List<String> sentOn, Actor actor) {
    var sending = new Sending(actor, Optional.of(passed.task()), Sending.Move.TAKEN_BACK, "");
    Supplier<OpenTask> act = () -> told(move(passed, sentOn.stream().map(processes::find).toList()), actor);
    if (!sentOn.isEmpty()) {
      return processes.moving(sentOn.get(0), sending, act);
    }
    var seen = processes.command(() -> tokens(passed));
    return processes.moving(sending, act, () -> !tokens(passed).equals(seen), PassedSteps::goneOn);
  }

  private OpenTask told(OpenTask again, Actor actor) {
    events.publishEvent(new StepTakenUpAgain(again.caseId(), again.processKey(), again.key(), actor));
    return again;
  }

  /** Where the process of the step stands; none when it is over. */
  private Optional<Tokens> tokens(Passed passed) {
    return Tokens.of(runtime, step(passed).getProcessInstanceId());
  }

  private OpenTask move(Passed to, List<TaskEntity> ending) {
    var step = step(to);
    var process = definition(step.getProcessDefinitionId());
    var element = plain(process.findActivity(to.key()));
    var tokens = Tokens.of(runtime, step.getProcessInstanceId()).orElseThrow(PassedSteps::goneOn);
    var ended = new HashSet<String>();
    ending.forEach(task -> ended.add(place(task, step, ending)));
    var leaving = ending.isEmpty() ? waiting(tokens, step, process) : leaving(tokens, ended, process, to.key());
    requireAlone(leaving.stream().flatMap(token -> token.leaves().stream()), ended, process);
    requireNothingAhead(tokens, leaving, process, element, step);

    var move = runtime.createProcessInstanceModification(step.getProcessInstanceId());
    leaving.forEach(token -> move.cancelActivityInstance(token.id()));
    start(move, tokens, step, element, to.group());
    ParallelBlock.around(process, to.key()).stream()
        .filter(block -> !leaving.isEmpty() && leaving.stream()
            .noneMatch(token -> block.contains(token.element()) || block.isJoin(token.element())))
        .forEach(block -> fill(move, block, element));
    move.execute();
    return opened(to);
  }

  /** The one task that has come of it, for the same people as then. */
  private static OpenTask opened(Passed to) {
    var opened = Acting.opened();
    return opened.stream().filter(task -> opened.size() == 1)
        .filter(task -> task.key().equals(to.key()) && task.group().equals(to.group())).findFirst()
        .orElseThrow(PassedSteps::goneOn);
  }

  /**
   * The leaf by which a task stands in the process of the step: its own, or the call that led to it. In the processes
   * between nothing else may be at work.
   */
  private String place(TaskEntity task, HistoricActivityInstance step, List<TaskEntity> ending) {
    var execution = task.getExecution();
    while (!execution.getProcessInstanceId().equals(step.getProcessInstanceId())) {
      var below = execution.getProcessInstanceId();
      var its = new HashSet<>(Set.of(execution.getActivityInstanceId()));
      ending.stream().map(TaskEntity::getExecution).filter(other -> other.getProcessInstanceId().equals(below))
          .map(ExecutionEntity::getActivityInstanceId).forEach(its::add);
      requireAlone(Tokens.of(runtime, below).orElseThrow(PassedSteps::goneOn).leaves().stream(), its,
          execution.getProcessDefinition());
      execution = execution.getProcessInstance().getSuperExecution();
      if (execution == null) {
        throw goneOn();
      }
    }
    return execution.getActivityInstanceId();
  }

  /** The tokens of those leaves; and when the step lies before a fork, all of the branches behind it. */
  private static List<Token> leaving(Tokens tokens, Set<String> ended, ProcessDefinitionEntity process, String to) {
    var leaving = new ArrayList<Token>();
    for (var leaf : ended) {
      var token = tokens.with(leaf).orElseThrow(PassedSteps::goneOn);
      var left = ParallelBlock.around(process, token.element()).stream().filter(block -> !block.contains(to))
          .reduce((inner, outer) -> outer);
      tokens.all().stream()
          .filter(other -> other.equals(token) || left
              .filter(block -> block.contains(other.element()) || block.isJoin(other.element())).isPresent())
          .filter(other -> !leaving.contains(other)).forEach(leaving::add);
    }
    return leaving;
  }

  /** A step that waits at a join: a token there. Inside a multi-instance that still runs there is none to take. */
  private static List<Token> waiting(Tokens tokens, HistoricActivityInstance step, ProcessDefinitionEntity process) {
    if (running(tokens, step).isPresent()) {
      return List.of();
    }
    return ParallelBlock.around(process, step.getActivityId()).stream().findFirst()
        .flatMap(block -> tokens.all().stream().filter(token -> block.isJoin(token.element())).findFirst())
        .map(List::of).orElseThrow(PassedSteps::goneOn);
  }

  /** The multi-instance of which the step was one run, while others of its runs are open. */
  private static Optional<Token> running(Tokens tokens, HistoricActivityInstance step) {
    return tokens.all().stream().filter(token -> token.id().equals(step.getParentActivityInstanceId()))
        .filter(token -> token.element().equals(step.getActivityId())).findFirst();
  }

  /** Nothing but what ends anyway, and what has arrived at a join and only waits there. */
  private static void requireAlone(Stream<Leaf> leaves, Set<String> ended, ProcessDefinitionEntity process) {
    leaves.filter(leaf -> !ended.contains(leaf.id())).filter(leaf -> !isJoin(process, leaf)).findFirst()
        .ifPresent(busy -> {
          throw Refused.because("engine.refused.beside", name(process, busy));
        });
  }

  /** What stays must not have come from the step: of every branch only one token reaches the join. */
  private static void requireNothingAhead(Tokens tokens, List<Token> leaving, ProcessDefinitionEntity process,
      ActivityImpl element, HistoricActivityInstance step) {
    var ahead = ParallelBlock.ahead(outermost(element));
    var blocks = ParallelBlock.around(process, element.getId());
    var own = running(tokens, step);
    tokens.all().stream().filter(token -> !leaving.contains(token) && !own.equals(Optional.of(token)))
        .filter(token -> ahead.contains(token.element()))
        .filter(token -> blocks.stream().noneMatch(block -> block.isJoin(token.element()))).findFirst()
        .ifPresent(stray -> {
          throw goneOn();
        });
  }

  private static boolean isJoin(ProcessDefinitionEntity process, Leaf leaf) {
    var element = process.findActivity(leaf.element());
    return !leaf.job() && element != null && ParallelBlock.isJoin(element);
  }

  /** One run of a multi-instance has the unit whose work it was; the collection is not run through again. */
  private static void start(ProcessInstanceModificationBuilder move, Tokens tokens, HistoricActivityInstance step,
      ActivityImpl element, String group) {
    if (!isRepeated(element)) {
      move.startBeforeActivity(element.getId());
      return;
    }
    var loop = (MultiInstanceActivityBehavior) ((ActivityImpl) element.getFlowScope()).getActivityBehavior();
    running(tokens, step).map(body -> move.startBeforeActivity(element.getId(), body.id()))
        .orElseGet(() -> move.startBeforeActivity(element.getId()))
        .setVariableLocal(loop.getCollectionElementVariable(), Group.of(group).unit());
  }

  /** Entering a block from behind: the other branches were done and stay so. */
  private static void fill(ProcessInstanceModificationBuilder move, ParallelBlock block, ActivityImpl element) {
    for (var branch = 0; branch < block.otherBranches(outermost(element)); branch++) {
      move.startBeforeActivity(block.join().getId());
    }
  }

  /** An element of the process itself or of a multi-instance; inside a sub-process nothing is taken up again. */
  private static ActivityImpl plain(ActivityImpl element) {
    if (element == null || outermost(element).getFlowScope() != element.getProcessDefinition()) {
      throw goneOn();
    }
    return element;
  }

  private static boolean isRepeated(ActivityImpl element) {
    return element.getFlowScope() instanceof ActivityImpl body
        && body.getActivityBehavior() instanceof MultiInstanceActivityBehavior;
  }

  /** What a flow leads to: a multi-instance is entered by its body. */
  private static ActivityImpl outermost(ActivityImpl element) {
    return isRepeated(element) ? (ActivityImpl) element.getFlowScope() : element;
  }

  private HistoricActivityInstance step(Passed passed) {
    return Optional
        .ofNullable(history.createHistoricActivityInstanceQuery().activityInstanceId(passed.step()).finished()
            .singleResult())
        .orElseThrow(PassedSteps::goneOn);
  }

  /** Also what began in the millisecond in which the step ended: the engine goes on at once. */
  private Stream<HistoricActivityInstance> since(HistoricProcessInstance run, HistoricActivityInstance step) {
    return history.createHistoricActivityInstanceQuery().processInstanceId(run.getId()).list().stream()
        .filter(later -> !later.getStartTime().before(step.getEndTime()));
  }

  private Stream<HistoricProcessInstance> runs(CaseId id) {
    return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list().stream();
  }

  private static Optional<ActivityImpl> element(HistoricActivityInstance step) {
    return Optional.ofNullable(definition(step.getProcessDefinitionId()).findActivity(step.getActivityId()));
  }

  private static ProcessDefinitionEntity definition(String id) {
    return Context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
  }

  private static StepName name(HistoricActivityInstance step) {
    return StepName.of(step.getProcessDefinitionKey(), step.getActivityId(),
        Optional.ofNullable(step.getActivityName()).orElse(step.getActivityId()));
  }

  private static StepName name(ProcessDefinitionEntity process, Leaf leaf) {
    return StepName.of(process.getKey(), leaf.element(), Optional.ofNullable(leaf.name()).orElse(leaf.element()));
  }

  private static Conflict goneOn() {
    return new Conflict("engine.conflict.gone-on");
  }
}
