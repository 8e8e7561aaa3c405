package org.petitiondesk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One decision table of {@code processes/}, tested by examples. Register it as a static extension of the table's test
 * class: after the last example it fails when a row of the table has answered none of them.
 *
 * <pre>
 * &#64;RegisterExtension
 * static final DecisionExamples TABLE = DecisionExamples.of("petition_route");
 *
 * &#64;Test
 * void wagesGoToArbitration() {
 *   assertThat(TABLE.one(Map.of("category", "labour"))).containsEntry("route", 2);
 * }
 * </pre>
 */
public final class DecisionExamples implements AfterAllCallback {

  private final String name;
  private final DmnEngine engine;
  private final DmnDecision decision;
  private final Map<String, String> rows;
  private final String hitPolicy;
  private final Set<String> answered = new LinkedHashSet<>();
  private final List<String> lastFired = new ArrayList<>();

  private DecisionExamples(String name, byte[] model) {
    this.name = name;
    var configuration = new DefaultDmnEngineConfiguration();
    configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::note));
    this.engine = configuration.buildEngine();
    this.decision = engine.parseDecision(name, new ByteArrayInputStream(model));
    this.rows = rows(model);
    this.hitPolicy = Dmn.readModelFromStream(new ByteArrayInputStream(model))
        .getModelElementsByType(DecisionTable.class).iterator().next().getHitPolicy().name();
  }

  public static DecisionExamples of(String decision) {
    var file = Models.decisions().stream().filter(model -> model.stem().equals(decision)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No table " + decision + ".dmn below processes/")).file();
    try {
      return new DecisionExamples(decision, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words that the rows of a table want of an input, in its order. */
  public static Set<String> words(String decision, String input) {
    var table = Dmn.readModelFromFile(Models.decisions().stream().filter(model -> model.stem().equals(decision))
        .findFirst().orElseThrow().file().toFile()).getModelElementsByType(DecisionTable.class).iterator().next();
    var names = table.getInputs().stream().map(each -> each.getInputExpression().getText().getTextContent().strip())
        .toList();
    var words = new LinkedHashSet<String>();
    table.getRules().forEach(rule -> Pattern.compile("\"([^\"]*)\"")
        .matcher(List.copyOf(rule.getInputEntries()).get(names.indexOf(input)).getText().getTextContent()).results()
        .forEach(word -> words.add(word.group(1))));
    return words;
  }

  /** For tests of this class: a table that lies nowhere. */
  static DecisionExamples of(String decision, byte[] model) {
    return new DecisionExamples(decision, model);
  }

  /** The outputs of every row that answers, in the table's order. */
  public List<Map<String, Object>> all(Map<String, ?> inputs) {
    lastFired.clear();
    return engine.evaluateDecisionTable(decision, new HashMap<>(inputs)).getResultList();
  }

  /** The outputs of the only row that answers. */
  public Map<String, Object> one(Map<String, ?> inputs) {
    var results = all(inputs);
    if (results.size() != 1) {
      throw new AssertionError(name + " answers " + inputs + " with " + results.size() + " rows: " + lastFired);
    }
    return results.get(0);
  }

  /** FIRST, UNIQUE or COLLECT: whether the order of the rows means something. */
  public String hitPolicy() {
    return hitPolicy;
  }

  /** Ids of the rows that answered the example before. */
  public List<String> fired() {
    return List.copyOf(lastFired);
  }

  /** Ids of the rows that no example has asked for, each with its place in the table. */
  public List<String> rowsWithoutExample() {
    return rows.entrySet().stream().filter(row -> !answered.contains(row.getKey()))
        .map(row -> row.getValue() + " (" + row.getKey() + ")").toList();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (!rowsWithoutExample().isEmpty()) {
      throw new AssertionError(
          name + ": no example for " + rowsWithoutExample().stream().collect(Collectors.joining(", ")));
    }
  }

  private void note(DmnDecisionTableEvaluationEvent event) {
    event.getMatchingRules().forEach(row -> {
      answered.add(row.getId());
      lastFired.add(row.getId());
    });
  }

  private static Map<String, String> rows(byte[] model) {
    var rows = new LinkedHashMap<String, String>();
    for (var rule : Dmn.readModelFromStream(new ByteArrayInputStream(model)).getModelElementsByType(Rule.class)) {
      rows.put(rule.getId(), "row " + (rows.size() + 1));
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException("A decision table without rows");
    }
    return rows;
  }
}
