package org.petitiondesk.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the cases of a process are spread over its steps and what the steps take; cases are counted, never people. */
@Component
public class StepFigures {

  /** Of the steps that were left, the last ones: what took long years ago says nothing of today. */
  public static final int LOOKED_AT = 5000;

  private final RepositoryService repository;
  private final ManagementService management;
  private final HistoryService history;

  StepFigures(RepositoryService repository, ManagementService management, HistoryService history) {
    this.repository = repository;
    this.management = management;
    this.history = history;
  }

  /** Those where something stands, has failed or was done lately, the fullest first. */
  @Transactional(readOnly = true)
  public List<StepFigure> of(String processKey) {
    var reading = new Reading();
    for (var definition : repository.createProcessDefinitionQuery().processDefinitionKey(processKey)
        .orderByProcessDefinitionVersion().desc().list()) {
      reading.add(definition);
    }
    return reading.figures();
  }

  /** What is gathered over the versions of one process. */
  private final class Reading {

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> people = new HashSet<>();
    private final Map<String, int[]> standing = new HashMap<>();
    private final Map<String, List<Duration>> spent = new HashMap<>();
    private int left = LOOKED_AT;

    void add(ProcessDefinition definition) {
      var statistics = management.createActivityStatisticsQuery(definition.getId()).includeFailedJobs().list();
      var steps = left == 0
          ? List.<HistoricActivityInstance>of()
          : history.createHistoricActivityInstanceQuery().processDefinitionId(definition.getId()).finished()
              .orderByHistoricActivityInstanceEndTime().desc().listPage(0, left);
      if (statistics.isEmpty() && steps.isEmpty()) {
        return;
      }
      left -= steps.size();
      repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class).forEach(node -> {
        names.putIfAbsent(node.getId(), node.getName() == null ? node.getId() : node.getName());
        if (node instanceof UserTask) {
          people.add(node.getId());
        }
      });
      statistics.stream().filter(each -> !each.getId().contains("#")).forEach(this::add);
      steps.stream().filter(StepFigures::takesTime).forEach(step -> spent
          .computeIfAbsent(step.getActivityId(), id -> new ArrayList<>())
          .add(Duration.between(step.getStartTime().toInstant(), step.getEndTime().toInstant())));
    }

    private void add(ActivityStatistics each) {
      var counts = standing.computeIfAbsent(each.getId(), id -> new int[2]);
      counts[0] += each.getInstances();
      counts[1] += each.getFailedJobs();
    }

    List<StepFigure> figures() {
      var found = new ArrayList<StepFigure>();
      names.forEach((id, name) -> {
        var counts = standing.getOrDefault(id, new int[2]);
        var durations = spent.getOrDefault(id, List.of());
        if (counts[0] > 0 || counts[1] > 0 || !durations.isEmpty()) {
          found.add(new StepFigure(id, name, counts[0], people.contains(id) ? counts[0] : 0, durations.size(),
              median(durations), counts[1]));
        }
      });
      found.sort(Comparator.comparingInt(StepFigure::running).reversed().thenComparing(StepFigure::element));
      return found;
    }
  }

  /** A gateway takes no time, and what was broken off was not done. */
  private static boolean takesTime(HistoricActivityInstance step) {
    var type = step.getActivityType();
    return !step.isCanceled() && !step.getActivityId().contains("#") && (type.endsWith("Task")
        || type.equals("callActivity") || type.equals("eventBasedGateway") || type.equals("subProcess"));
  }

  private static Optional<Duration> median(List<Duration> durations) {
    return durations.stream().sorted().skip(Math.max(0, durations.size() - 1) / 2).findFirst();
  }
}
