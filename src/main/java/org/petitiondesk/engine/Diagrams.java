package org.petitiondesk.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The models of a case as they were drawn, and where on them it went and stands. The caller has checked sight of the
 * case. Called models are found because every call hands the case's id on as business key.
 */
@Component
@Transactional(readOnly = true)
public class Diagrams {

  private static final String MULTI_INSTANCE_BODY = "#multiInstanceBody";

  private final HistoryService history;
  private final RepositoryService repository;

  Diagrams(HistoryService history, RepositoryService repository) {
    this.history = history;
    this.repository = repository;
  }

  /** One for each process, in the order in which the case first met them; of several runs the one still open, or the last. */
  public List<Diagram> of(CaseId id) {
    var all = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(id.toString())
        .orderByProcessInstanceStartTime().asc().list();
    var keys = all.stream().collect(Collectors.toMap(HistoricProcessInstance::getId,
        HistoricProcessInstance::getProcessDefinitionKey));
    return shown(all).stream().map(run -> diagram(run, keys)).toList();
  }

  /** BPMN 2.0 XML of a model that the case runs or has run; others are not found. */
  public String model(CaseId id, String definition) {
    if (history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(id.toString())
        .processDefinitionId(definition).count() == 0) {
      throw new NotFound("engine.not-found.model");
    }
    try (var model = repository.getProcessModel(definition)) {
      return new String(model.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Collection<HistoricProcessInstance> shown(List<HistoricProcessInstance> runs) {
    var shown = new LinkedHashMap<String, HistoricProcessInstance>();
    runs.forEach(run -> shown.merge(run.getProcessDefinitionKey(), run, Diagrams::better));
    return shown.values();
  }

  private static HistoricProcessInstance better(HistoricProcessInstance before, HistoricProcessInstance later) {
    return before.getEndTime() == null && later.getEndTime() != null ? before : later;
  }

  private Diagram diagram(HistoricProcessInstance run, Map<String, String> keys) {
    var steps = history.createHistoricActivityInstanceQuery().processInstanceId(run.getId())
        .orderPartiallyByOccurrence().asc().list();
    var tokens = ids(steps.stream().filter(step -> step.getEndTime() == null).toList());
    var passed = ids(steps.stream().filter(Diagrams::isPassed).toList());
    passed.removeAll(tokens);
    passed.addAll(flows(run.getProcessDefinitionId(), steps));
    var name = run.getProcessDefinitionName() == null ? run.getProcessDefinitionKey() : run.getProcessDefinitionName();
    return new Diagram(run.getProcessDefinitionId(), run.getProcessDefinitionKey(), name, passed, tokens,
        steps.stream().filter(Diagrams::takesTime).map(step -> step(step, keys))
            .toList());
  }

  /** What decides, joins or marks a moment takes no time and has nobody; it is seen on the picture. */
  private static boolean takesTime(HistoricActivityInstance step) {
    var type = step.getActivityType();
    return type.endsWith("Task") || type.equals("callActivity") || type.equals("eventBasedGateway")
        || type.equals("subProcess");
  }

  private static DiagramStep step(HistoricActivityInstance step, Map<String, String> keys) {
    var name = step.getActivityName() == null ? step.getActivityId() : step.getActivityName();
    return new DiagramStep(id(step), name, step.getStartTime().toInstant(),
        Optional.ofNullable(step.getEndTime()).map(Date::toInstant), step.isCanceled(),
        Optional.ofNullable(step.getCalledProcessInstanceId()).map(keys::get));
  }

  /** History keeps no flows: one was taken when its end follows its beginning as the first of the possible ends. */
  private Set<String> flows(String definition, List<HistoricActivityInstance> steps) {
    return repository.getBpmnModelInstance(definition).getModelElementsByType(SequenceFlow.class).stream()
        .filter(flow -> isTaken(flow, steps)).map(SequenceFlow::getId).collect(Collectors.toSet());
  }

  private static boolean isTaken(SequenceFlow flow, List<HistoricActivityInstance> steps) {
    var source = flow.getSource();
    var ends = source instanceof ParallelGateway
        ? Set.of(flow.getTarget().getId())
        : source.getOutgoing().stream().map(SequenceFlow::getTarget).map(FlowNode::getId).collect(Collectors.toSet());
    return IntStream.range(0, steps.size())
        .filter(i -> id(steps.get(i)).equals(source.getId()) && isPassed(steps.get(i)))
        .anyMatch(i -> steps.stream().skip(i + 1).map(Diagrams::id).filter(ends::contains).findFirst()
            .filter(flow.getTarget().getId()::equals).isPresent());
  }

  private static boolean isPassed(HistoricActivityInstance step) {
    return step.getEndTime() != null && !step.isCanceled();
  }

  private static Set<String> ids(List<HistoricActivityInstance> steps) {
    return steps.stream().map(Diagrams::id).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String id(HistoricActivityInstance step) {
    return step.getActivityId().replace(MULTI_INSTANCE_BODY, "");
  }
}
