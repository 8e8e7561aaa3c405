package org.petitiondesk.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.petitiondesk.engine.Obstacle.Reason;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves runs of a process to another version of its model; nothing else touches the engine's own migration. Timers keep
 * the moment at which they go off, and one that has gone off is not set again. What a run called keeps its own version.
 */
@Component
@Transactional
public class Migrations {

  /** Steps of reviews (四不放过) are given no other place. */
  private static final String REVIEWS = "accountability_";
  private static final String BODY = "#multiInstanceBody";
  private static final Set<String> PASSED_AT_ONCE = Set.of("serviceTask", "businessRuleTask", "sendTask", "scriptTask",
      "task", "manualTask");

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ManagementService management;
  private final TaskService tasks;
  private final Processes processes;

  Migrations(RuntimeService runtime, RepositoryService repository, ManagementService management, TaskService tasks,
      Processes processes) {
    this.runtime = runtime;
    this.repository = repository;
    this.management = management;
    this.tasks = tasks;
    this.processes = processes;
  }

  /** A run of a process, of which a case may have several. */
  public record Run(String id, CaseId caseId) {}

  /**
   * A step of the source at which a case may stand.
   *
   * @param type element of BPMN
   * @param target where it goes; empty while nobody has said so
   * @param own whether that was chosen, and is not what has the same id
   * @param standing how many runs stand there now
   */
  public record Step(String id, String name, String type, Optional<String> target, boolean own, int standing) {}

  /** How many runs each version of the process has, by version; those without any are left out. */
  @Transactional(readOnly = true)
  public Map<Integer, Long> running(String processKey) {
    var running = new TreeMap<Integer, Long>();
    repository.createProcessDefinitionQuery().processDefinitionKey(processKey).list().forEach(definition -> {
      var runs = runtime.createProcessInstanceQuery().processDefinitionId(definition.getId()).count();
      if (runs > 0) {
        running.put(definition.getVersion(), runs);
      }
    });
    return running;
  }

  /** Those of a version. */
  @Transactional(readOnly = true)
  public List<Run> runs(String processKey, int version) {
    return runtime.createProcessInstanceQuery().processDefinitionId(definition(processKey, version).getId()).list()
        .stream().map(run -> new Run(run.getId(), CaseId.of(run.getBusinessKey()))).toList();
  }

  /** Where the steps of the source go, those without a target first. */
  @Transactional(readOnly = true)
  public List<Step> steps(MigrationMap map) {
    var source = model(map.processKey(), map.from());
    var instructions = instructions(map);
    var standing = management.createActivityStatisticsQuery(definition(map.processKey(), map.from()).getId()).list()
        .stream().collect(Collectors.toMap(each -> Tokens.drawn(each.getId()), each -> each.getInstances(), Math::max));
    var steps = new ArrayList<Step>();
    places(source).forEach(node -> steps.add(new Step(node.getId(), name(node), node.getElementType().getTypeName(),
        Optional.ofNullable(instructions.get(node.getId())), map.chosen().containsKey(node.getId()),
        standing.getOrDefault(node.getId(), 0))));
    steps.sort((one, other) -> Boolean.compare(one.target().isPresent(), other.target().isPresent()));
    return steps;
  }

  /**
   * Where a step may go whose id the target does not have, by that step; id and name. Only to an element that is new
   * there: a step under its own id is another step, and going to it would pass over what lies between.
   */
  @Transactional(readOnly = true)
  public Map<String, Map<String, String>> candidates(MigrationMap map) {
    var source = places(model(map.processKey(), map.from())).toList();
    var target = places(model(map.processKey(), map.to())).toList();
    var known = source.stream().map(FlowNode::getId).collect(Collectors.toSet());
    var kept = target.stream().map(FlowNode::getId).collect(Collectors.toSet());
    var found = new LinkedHashMap<String, Map<String, String>>();
    for (var node : source) {
      var same = new LinkedHashMap<String, String>();
      target.stream().filter(other -> !kept.contains(node.getId()) && !known.contains(other.getId()))
          .filter(other -> other.getElementType().equals(node.getElementType()))
          .filter(other -> !map.processKey().startsWith(REVIEWS))
          .forEach(other -> same.put(other.getId(), name(other)));
      found.put(node.getId(), same);
    }
    return found;
  }

  /** What is wrong with the chosen targets themselves, whatever run is to be moved. */
  @Transactional(readOnly = true)
  public List<Obstacle> check(MigrationMap map) {
    try {
      plan(map);
      return List.of();
    } catch (MigrationPlanValidationException e) {
      var source = model(map.processKey(), map.from());
      return e.getValidationReport().getInstructionReports().stream()
          .flatMap(report -> report.getFailures().stream().map(
              failure -> said(source, report.getMigrationInstruction().getSourceActivityId(), failure)))
          .distinct().toList();
    }
  }

  /**
   * Moves one run and says what has become another than it was: then the caller's transaction must be rolled back, and
   * nothing has happened. Empty: it stands in the target, and every item, timer and fault is the same.
   *
   * @throws Conflict when somebody else moves it at this moment
   */
  public List<Obstacle> migrate(MigrationMap map, String run) {
    var instance = runtime.createProcessInstanceQuery().processInstanceId(run)
        .processDefinitionId(definition(map.processKey(), map.from()).getId()).singleResult();
    if (instance == null) {
      throw new Conflict("engine.conflict.migration-over");
    }
    var source = model(map.processKey(), map.from());
    if (instance.isSuspended()) {
      return List.of(Obstacle.of(Reason.SUSPENDED, ""));
    }
    try {
      var plan = plan(map);
      var targets = plan.getInstructions().stream().collect(Collectors.toMap(
          MigrationInstruction::getSourceActivityId, MigrationInstruction::getTargetActivityId, (a, b) -> a));
      var before = standing(run);
      runtime.newMigration(plan).processInstanceIds(run).execute();
      var obstacles = differences(before, standing(run), targets, source);
      if (obstacles.isEmpty()) {
        tell(run);
      }
      return obstacles;
    } catch (MigratingProcessInstanceValidationException e) {
      return told(e, source);
    } catch (RuntimeException failed) {
      if (Processes.isSecond(failed)) {
        throw new Conflict("engine.conflict.migration-busy");
      }
      throw failed;
    }
  }

  /** Whether the run is still there, and in this version. */
  @Transactional(readOnly = true)
  public boolean isRunning(MigrationMap map, String run) {
    return runtime.createProcessInstanceQuery().processInstanceId(run)
        .processDefinitionId(definition(map.processKey(), map.from()).getId()).count() > 0;
  }

  private void tell(String run) {
    processes.command(() -> {
      tasks.createTaskQuery().processInstanceId(run).list()
          .forEach(task -> processes.migrated(OpenTasks.of((TaskEntity) task)));
      return null;
    });
  }

  // What there is of a run, before and after

  private record Standing(Map<String, Item> items, Map<String, Waiting> jobs, Set<String> incidents) {}

  private record Item(String name, String group, Optional<String> assignee, Optional<Instant> due) {}

  private record Waiting(String element, Optional<Instant> due) {}

  private Standing standing(String run) {
    return processes.command(() -> {
      var items = tasks.createTaskQuery().processInstanceId(run).list().stream().collect(Collectors.toMap(Task::getId,
          task -> new Item(task.getName(), OpenTasks.group((TaskEntity) task), Optional.ofNullable(task.getAssignee()),
              moment(task.getDueDate()))));
      var jobs = management.createJobQuery().processInstanceId(run).list().stream()
          .collect(Collectors.toMap(Job::getId,
              job -> new Waiting(((JobEntity) job).getActivityId(), moment(job.getDuedate()))));
      var incidents = runtime.createIncidentQuery().processInstanceId(run).list().stream().map(Incident::getId)
          .collect(Collectors.toSet());
      return new Standing(items, jobs, incidents);
    });
  }

  private static Optional<Instant> moment(Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }

  private static List<Obstacle> differences(Standing before, Standing after, Map<String, String> targets,
      BpmnModelInstance source) {
    var found = new ArrayList<Obstacle>();
    before.items().forEach((id, item) -> {
      var now = after.items().get(id);
      if (now == null) {
        found.add(Obstacle.of(Reason.ITEM_LOST, item.name()));
      } else if (!item.equals(now)) {
        found.add(Obstacle.of(Reason.ITEM_CHANGED, item.name()));
      }
    });
    after.items().keySet().stream().filter(id -> !before.items().containsKey(id))
        .forEach(id -> found.add(Obstacle.of(Reason.ITEM_NEW, after.items().get(id).name())));
    before.jobs().forEach((id, job) -> {
      var now = after.jobs().get(id);
      if (now == null) {
        found.add(Obstacle.of(Reason.TIMER_LOST, name(source, job.element()), moment(job)));
      } else if (!job.due().equals(now.due())) {
        found.add(Obstacle.of(Reason.TIMER_MOVED, name(source, job.element()), moment(job), moment(now)));
      } else if (!now.element().equals(targets.getOrDefault(job.element(), now.element()))) {
        found.add(Obstacle.of(Reason.TIMER_LOST, name(source, job.element()), moment(job)));
      }
    });
    after.jobs().forEach((id, job) -> {
      if (!before.jobs().containsKey(id)) {
        found.add(Obstacle.of(Reason.TIMER_NEW, name(source, job.element()), moment(job)));
      }
    });
    if (!before.incidents().equals(after.incidents())) {
      found.add(Obstacle.of(Reason.INCIDENT, ""));
    }
    return found;
  }

  private static String moment(Waiting job) {
    return job.due().map(Instant::toString).orElse("");
  }

  // The plan

  /** Only message, signal and condition are taken anew where the target says them differently: a timer never is. */
  private MigrationPlan plan(MigrationMap map) {
    var source = model(map.processKey(), map.from());
    var target = model(map.processKey(), map.to());
    var builder = runtime.createMigrationPlan(definition(map.processKey(), map.from()).getId(),
        definition(map.processKey(), map.to()).getId());
    instructions(map).forEach((from, to) -> {
      var instruction = builder.mapActivities(from, to);
      if (!trigger(source, from).equals(trigger(target, to)) || isConditional(source, from)) {
        instruction.updateEventTrigger();
      }
    });
    return builder.build();
  }

  /** What the engine proposes by equal ids, what was chosen, and what has the same id and comes along with that. */
  private Map<String, String> instructions(MigrationMap map) {
    var source = model(map.processKey(), map.from());
    var target = model(map.processKey(), map.to());
    var instructions = new LinkedHashMap<String, String>();
    runtime.createMigrationPlan(definition(map.processKey(), map.from()).getId(),
        definition(map.processKey(), map.to()).getId()).mapEqualActivities().build().getInstructions()
        .forEach(same -> instructions.put(same.getSourceActivityId(), same.getTargetActivityId()));
    map.chosen().forEach((from, to) -> {
      if (!to.isEmpty()) {
        instructions.put(from, to);
        if (isRepeated(source, from) && isRepeated(target, to)) {
          instructions.put(from + BODY, to + BODY);
        }
      }
    });
    along(source, target, map.chosen(), instructions);
    return instructions;
  }

  private static void along(BpmnModelInstance source, BpmnModelInstance target, Map<String, String> chosen,
      Map<String, String> instructions) {
    places(source).filter(node -> !instructions.containsKey(node.getId()))
        .filter(node -> around(node).map(FlowNode::getId).filter(chosen::containsKey).isPresent())
        .filter(node -> target.getModelElementById(node.getId()) instanceof FlowNode same
            && same.getElementType().equals(node.getElementType())
            && around(same).map(FlowNode::getId)
                .equals(around(node).map(FlowNode::getId).map(chosen::get)))
        .forEach(node -> instructions.put(node.getId(), node.getId()));
  }

  /** What a node goes along with: what it is attached to, the gateway it stands behind, the sub-process it is in. */
  private static Optional<FlowNode> around(FlowNode node) {
    if (node instanceof BoundaryEvent event) {
      return Optional.of(event.getAttachedTo());
    }
    if (node instanceof IntermediateCatchEvent) {
      var gateway = node.getPreviousNodes().list().stream().filter(EventBasedGateway.class::isInstance).findFirst();
      if (gateway.isPresent()) {
        return gateway;
      }
    }
    return node.getParentElement() instanceof SubProcess around ? Optional.of(around) : Optional.empty();
  }

  private static boolean isRepeated(BpmnModelInstance model, String id) {
    return model.getModelElementById(id) instanceof Activity activity
        && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics;
  }

  private static String trigger(BpmnModelInstance model, String id) {
    var element = model.getModelElementById(id);
    if (element instanceof ReceiveTask task && task.getMessage() != null) {
      return task.getMessage().getName();
    }
    return element instanceof CatchEvent event
        ? event.getEventDefinitions().stream().map(definition -> {
          if (definition instanceof MessageEventDefinition message) {
            return message.getMessage().getName();
          }
          return definition instanceof SignalEventDefinition signal ? signal.getSignal().getName() : "";
        }).collect(Collectors.joining(" "))
        : "";
  }

  private static boolean isConditional(BpmnModelInstance model, String id) {
    return model.getModelElementById(id) instanceof CatchEvent event
        && event.getEventDefinitions().stream().anyMatch(ConditionalEventDefinition.class::isInstance);
  }

  // Words

  private static List<Obstacle> told(MigratingProcessInstanceValidationException e, BpmnModelInstance source) {
    var report = e.getValidationReport();
    return Stream.of(
        report.getFailures().stream().map(failure -> said(source, "", failure)),
        report.getActivityInstanceReports().stream().flatMap(each -> each.getFailures().stream()
            .map(failure -> said(source, each.getSourceScopeId(), failure))),
        report.getTransitionInstanceReports().stream().flatMap(each -> each.getFailures().stream()
            .map(failure -> said(source, each.getSourceScopeId(), failure))))
        .flatMap(Function.identity()).distinct().toList();
  }

  private static Obstacle said(BpmnModelInstance source, String element, String failure) {
    var step = name(source, element);
    if (failure.startsWith("There is no migration instruction")) {
      return Obstacle.of(Reason.NO_TARGET, step);
    }
    if (failure.contains("incompatible") || failure.contains("must be the same")) {
      return Obstacle.of(Reason.OTHER_KIND, step);
    }
    if (failure.contains("ancestor") || failure.contains("scope") || failure.contains("arent ")) {
      return Obstacle.of(Reason.OTHER_PLACE, step);
    }
    return Obstacle.of(Reason.ENGINE, step, failure);
  }

  private static String name(BpmnModelInstance model, String id) {
    return model.getModelElementById(Tokens.drawn(id)) instanceof FlowNode node ? name(node) : id;
  }

  private static String name(FlowNode node) {
    return node.getName() == null || node.getName().isBlank() ? node.getId() : node.getName();
  }

  /** Where a run can stand, or what waits for it there. */
  private static Stream<FlowNode> places(BpmnModelInstance model) {
    return model.getModelElementsByType(FlowNode.class).stream().filter(Migrations::isPlace);
  }

  private static boolean isPlace(FlowNode node) {
    if (node instanceof Gateway gateway) {
      return gateway instanceof EventBasedGateway
          || !(gateway instanceof ExclusiveGateway) && gateway.getIncoming().size() > 1;
    }
    if (node instanceof StartEvent start) {
      return start.getParentElement() instanceof SubProcess around && around.triggeredByEvent();
    }
    return PASSED_AT_ONCE.contains(node.getElementType().getTypeName())
        ? node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter()
        : node instanceof Activity || node instanceof BoundaryEvent || node instanceof IntermediateCatchEvent;
  }

  private BpmnModelInstance model(String processKey, int version) {
    return repository.getBpmnModelInstance(definition(processKey, version).getId());
  }

  private ProcessDefinition definition(String processKey, int version) {
    return Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionKey(processKey)
        .processDefinitionVersion(version).singleResult())
        .orElseThrow(() -> new NotFound("engine.not-found.version"));
  }
}
