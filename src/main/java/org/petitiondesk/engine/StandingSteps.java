package org.petitiondesk.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the cases of a process are spread over its steps; cases are counted, never people. */
@Component
public class StandingSteps {

  private final RepositoryService repository;
  private final ManagementService management;

  StandingSteps(RepositoryService repository, ManagementService management) {
    this.repository = repository;
    this.management = management;
  }

  /** Those where something stands or has failed, the fullest first. */
  @Transactional(readOnly = true)
  public List<StandingStep> of(String processKey) {
    var steps = new LinkedHashMap<String, StandingStep>();
    for (var definition : repository.createProcessDefinitionQuery().processDefinitionKey(processKey)
        .orderByProcessDefinitionVersion().desc().list()) {
      add(definition, steps);
    }
    var found = new ArrayList<>(steps.values());
    found.sort(Comparator.comparingInt(StandingStep::waiting).reversed().thenComparing(StandingStep::element));
    return found;
  }

  private void add(ProcessDefinition definition, Map<String, StandingStep> steps) {
    var statistics = management.createActivityStatisticsQuery(definition.getId()).includeFailedJobs().list();
    if (statistics.isEmpty()) {
      return;
    }
    var names = repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class).stream()
        .filter(node -> node.getName() != null).collect(Collectors.toMap(FlowNode::getId, FlowNode::getName));
    statistics.stream().filter(each -> !each.getId().contains("#"))
        .map(each -> new StandingStep(each.getId(), names.getOrDefault(each.getId(), each.getId()),
            each.getInstances(), each.getFailedJobs()))
        .forEach(step -> steps.merge(step.element(), step, StandingSteps::together));
  }

  private static StandingStep together(StandingStep one, StandingStep other) {
    return new StandingStep(one.element(), one.name(), one.waiting() + other.waiting(), one.failed() + other.failed());
  }
}
