package org.petitiondesk.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
import org.springframework.stereotype.Component;

/** Asks a decision table that does not run: what would these inputs give, and which row says so. Nothing is deployed. */
@Component
public class DecisionTrial {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /**
   * @param source a table that the guard lets pass
   * @param inputs by the names that the table uses, as people type them: a day as {@code 2026-03-01}, nothing as empty
   * @throws Refused when the table can not say, with the reason
   */
  public Fired evaluate(String decision, String source, Map<String, String> inputs) {
    var matched = new ArrayList<DmnEvaluatedDecisionRule>();
    var engine = DeskDecisions.configuration(event -> matched.addAll(event.getMatchingRules())).buildEngine();
    var facts = Variables.createVariables();
    inputs.forEach((name, typed) -> facts.putValue(name, fact(typed)));
    try {
      engine.evaluateDecisionTable(decision, stream(source), facts);
    } catch (DmnHitPolicyException e) {
      throw Refused.because("engine.trial.several");
    } catch (DmnEngineException | FeelException e) {
      throw Refused.because("engine.trial.failed");
    }
    var drawn = Dmn.readModelFromStream(stream(source)).<Decision>getModelElementById(decision)
        .getUniqueChildElementByType(DecisionTable.class)
        .getChildElementsByType(Rule.class).stream().toList();
    return new Fired(decision, matched.stream().map(row -> fired(row, drawn)).toList());
  }

  private static FiredRow fired(DmnEvaluatedDecisionRule row, List<Rule> drawn) {
    var outputs = new HashMap<String, Object>();
    row.getOutputEntries().values()
        .forEach(output -> outputs.put(output.getOutputName(), output.getValue().getValue()));
    var number = drawn.stream().map(Rule::getId).toList().indexOf(row.getId());
    var annotation = drawn.get(number).getDescription();
    return new FiredRow(row.getId(), number + 1, annotation == null ? "" : annotation.getTextContent().strip(),
        outputs);
  }

  private static Object fact(String typed) {
    return typed.isBlank() ? null : DAY.matcher(typed).matches() ? LocalDate.parse(typed) : typed.strip();
  }

  private static ByteArrayInputStream stream(String source) {
    return new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8));
  }
}
