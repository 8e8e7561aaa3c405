package org.petitiondesk.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** Asks the decision tables in their latest version, and says which rows answered. */
@Component
public class Decisions {

  /** So long a table that was just published may still answer as before, on this and on every other node. */
  private static final long FRESH = Duration.ofSeconds(1).toNanos();

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

  private final ProcessEngineConfigurationImpl configuration;
  private final RepositoryService repository;
  private final FiredRows firedRows;
  private final Map<String, Map<String, Row>> tables = new ConcurrentHashMap<>();
  private final Map<String, Latest> latest = new ConcurrentHashMap<>();

  /** The version that was the latest when it was looked up. */
  private record Latest(DmnDecision table, long at) {}

  Decisions(ProcessEngineConfigurationImpl configuration, RepositoryService repository, FiredRows firedRows) {
    this.configuration = configuration;
    this.repository = repository;
    this.firedRows = firedRows;
  }

  /** Inputs by the names that the table uses; a table that knows no such decision is the engine's own error. */
  public Fired evaluate(String decision, Map<String, Object> inputs) {
    var matches = firedRows.during(() -> configuration.getCommandExecutorTxRequired().execute(
        context -> configuration.getDmnEngine().evaluateDecisionTable(latest(decision), new HashMap<>(inputs))));
    return new Fired(decision, matches.stream().map(this::fired).toList());
  }

  /** The words that the rows of a table want of an input, in its order; a row that wants anything names none. */
  public List<String> words(String decision, String input) {
    var id = configuration.getCommandExecutorTxRequired()
        .execute(context -> ((DecisionDefinition) latest(decision)).getId());
    var table = repository.getDmnModelInstance(id).getModelElementsByType(DecisionTable.class).iterator().next();
    var names = table.getInputs().stream().map(each -> each.getInputExpression().getText().getTextContent().strip())
        .toList();
    return table.getRules().stream()
        .map(rule -> List.copyOf(rule.getInputEntries()).get(names.indexOf(input)).getText().getTextContent())
        .flatMap(text -> WORD.matcher(text).results().map(word -> word.group(1))).distinct().toList();
  }

  /** The decision service would look for the latest version in the database at every question. */
  private DmnDecision latest(String decision) {
    var known = latest.get(decision);
    if (known == null || System.nanoTime() - known.at() > FRESH) {
      var table = (DmnDecision) configuration.getDeploymentCache().findDeployedLatestDecisionDefinitionByKey(decision);
      known = new Latest(table, System.nanoTime());
      latest.put(decision, known);
    }
    return known.table();
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
