package org.petitiondesk.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** Asks the decision tables in their latest version, and says which rows answered. */
@Component
public class Decisions {

  private final DecisionService decisions;
  private final RepositoryService repository;
  private final FiredRows firedRows;
  private final Map<String, Map<String, String>> annotations = new ConcurrentHashMap<>();

  Decisions(DecisionService decisions, RepositoryService repository, FiredRows firedRows) {
    this.decisions = decisions;
    this.repository = repository;
    this.firedRows = firedRows;
  }

  /** Inputs by the names that the table uses; a table that knows no such decision is the engine's own error. */
  public Fired evaluate(String decision, Map<String, Object> inputs) {
    var rows = firedRows
        .during(() -> decisions.evaluateDecisionTableByKey(decision).variables(new HashMap<>(inputs)).evaluate());
    return new Fired(decision, rows.stream().map(row -> fired(decision, row)).toList());
  }

  private FiredRow fired(String decision, DmnEvaluatedDecisionRule row) {
    var outputs = new HashMap<String, Object>();
    row.getOutputEntries().values()
        .forEach(output -> outputs.put(output.getOutputName(), output.getValue().getValue()));
    return new FiredRow(row.getId(), annotation(decision, row.getId()), outputs);
  }

  private String annotation(String decision, String rule) {
    var definition = repository.createDecisionDefinitionQuery().decisionDefinitionKey(decision).latestVersion()
        .singleResult().getId();
    return annotations.computeIfAbsent(definition, this::annotations).getOrDefault(rule, "");
  }

  private Map<String, String> annotations(String definition) {
    var found = new HashMap<String, String>();
    repository.getDmnModelInstance(definition).getModelElementsByType(Rule.class).forEach(rule -> {
      if (rule.getDescription() != null) {
        found.put(rule.getId(), rule.getDescription().getTextContent().strip());
      }
    });
    return found;
  }
}
