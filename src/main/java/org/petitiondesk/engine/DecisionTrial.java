package org.petitiondesk.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

/**
 * Asks a decision table that does not run: what would these inputs give, and which row says so. Nothing is deployed. One
 * table at a time and not for long: nobody has approved yet what it computes.
 */
@Component
public class DecisionTrial {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Semaphore free = new Semaphore(1);
  private final Duration limit;

  DecisionTrial() {
    this(Duration.ofSeconds(10));
  }

  DecisionTrial(Duration limit) {
    this.limit = limit;
  }

  /**
   * @param source a table that the guard lets pass
   * @param inputs by the names that the table uses, as people type them: a day as {@code 2026-03-01}, nothing as empty
   * @throws Refused when the table can not say or does not within ten seconds, with the reason
   */
  public Fired evaluate(String decision, String source, Map<String, String> inputs) {
    try {
      if (!free.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Refused.because("engine.trial.busy");
      }
      var asking = new FutureTask<>(() -> ask(decision, source, inputs));
      start(asking);
      return asking.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw Refused.because("engine.trial.too-long");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : Refused.because("engine.trial.failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refused.because("engine.trial.too-long");
    }
  }

  /** The next one begins when this one has ended, also when nobody waits for it any more. */
  private void start(Runnable asking) {
    var thread = new Thread(() -> {
      try {
        asking.run();
      } finally {
        free.release();
      }
    }, "decision-trial");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  private static Fired ask(String decision, String source, Map<String, String> inputs) {
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
