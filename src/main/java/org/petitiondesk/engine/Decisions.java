package org.petitiondesk.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<String, Map<String, Row>> tables = new ConcurrentHashMap<>();

  Decisions(DecisionService decisions, RepositoryService repository, FiredRows firedRows) {
    this.decisions = decisions;
    this.repository = repository;
    this.firedRows = firedRows;
  }

  /** Inputs by the names that the table uses; a table that knows no such decision is the engine's own error. */
  public Fired evaluate(String decision, Map<String, Object> inputs) {
    var matches = firedRows
        .during(() -> decisions.evaluateDecisionTableByKey(decision).variables(new HashMap<>(inputs)).evaluate());
    return new Fired(decision, matches.stream().map(this::fired).toList());
  }

  private FiredRow fired(FiredRows.Match match) {
    var outputs = new HashMap<String, Object>();
    match.row().getOutputEntries().values()
        .forEach(output -> outputs.put(output.getOutputName(), output.getValue().getValue()));
    var rule = match.row().getId();
    var drawn = tables.computeIfAbsent(match.definition(), this::rows).get(rule);
    return new FiredRow(rule, drawn.number(), drawn.annotation(), outputs);
  }

  private Map<String, Row> rows(String definition) {
    var rows = new HashMap<String, Row>();
    repository.getDmnModelInstance(definition).getModelElementsByType(Rule.class).forEach(rule -> {
      var description = rule.getDescription();
      rows.put(rule.getId(), new Row(rows.size() + 1,
          description == null ? "" : description.getTextContent().strip()));
    });
    return rows;
  }

  private record Row(int number, String annotation) {}
}
