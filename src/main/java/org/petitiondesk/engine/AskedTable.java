package org.petitiondesk.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.DmnHitPolicyException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.petitiondesk.kernel.Refused;

/** A decision table that does not run: read once, asked as often as one likes, on one thread. */
public final class AskedTable {

  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|-?\\d+(\\.\\d+)?|true|false");

  private final List<DmnEvaluatedDecisionRule> matched = new ArrayList<>();
  private final String key;
  private final DmnEngine engine;
  private final DmnDecision decision;
  private final List<Rule> drawn;

  private AskedTable(String key, String source) {
    this.key = key;
    engine = DeskDecisions.configuration(event -> matched.addAll(event.getMatchingRules())).buildEngine();
    decision = engine.parseDecision(key, stream(source));
    drawn = List.copyOf(Dmn.readModelFromStream(stream(source)).<Decision>getModelElementById(key)
        .getUniqueChildElementByType(DecisionTable.class).getChildElementsByType(Rule.class));
  }

  /** @param source a table that the guard lets pass */
  public static AskedTable of(String key, String source) {
    try {
      return new AskedTable(key, source);
    } catch (DmnEngineException e) {
      throw Refused.because("engine.trial.failed");
    }
  }

  /**
   * @param facts by the names that the table uses
   * @throws Refused when the table can not say, with the reason
   */
  public Fired ask(Map<String, ?> facts) {
    matched.clear();
    var variables = Variables.createVariables();
    facts.forEach(variables::putValue);
    try {
      engine.evaluateDecisionTable(decision, variables);
    } catch (DmnHitPolicyException e) {
      throw Refused.because("engine.trial.several");
    } catch (DmnEngineException | FeelException e) {
      throw Refused.because("engine.trial.failed");
    }
    return new Fired(key, matched.stream().map(this::fired).toList());
  }

  /** What is written beside each row. */
  public List<String> annotations() {
    return drawn.stream().map(AskedTable::annotation).toList();
  }

  /** What its rows answer word for word; whatever else they answer was made of what they were asked. */
  public Set<String> literals() {
    return drawn.stream().flatMap(rule -> rule.getOutputEntries().stream())
        .map(output -> output.getText() == null ? "" : output.getText().getTextContent().strip())
        .filter(text -> LITERAL.matcher(text).matches()).map(text -> text.replaceAll("^\"|\"$", ""))
        .collect(Collectors.toSet());
  }

  private FiredRow fired(DmnEvaluatedDecisionRule row) {
    var outputs = new HashMap<String, Object>();
    row.getOutputEntries().values()
        .forEach(output -> outputs.put(output.getOutputName(), output.getValue().getValue()));
    var number = drawn.stream().map(Rule::getId).toList().indexOf(row.getId());
    return new FiredRow(row.getId(), number + 1, annotation(drawn.get(number)), outputs);
  }

  private static String annotation(Rule rule) {
    return rule.getDescription() == null ? "" : rule.getDescription().getTextContent().strip();
  }

  private static ByteArrayInputStream stream(String source) {
    return new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8));
  }
}
