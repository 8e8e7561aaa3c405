package org.petitiondesk.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** Catches which rows matched; the engine's public answer holds outputs only. */
@Component
class FiredRows implements DmnDecisionTableEvaluationListener {

  private final ThreadLocal<List<Match>> caught = new ThreadLocal<>();

  /**
   * A row that matched.
   *
   * @param definition id of the version of the table that was asked
   */
  record Match(String definition, DmnEvaluatedDecisionRule row) {}

  List<Match> during(Supplier<?> evaluation) {
    caught.set(new ArrayList<>());
    try {
      evaluation.get();
      return caught.get();
    } finally {
      caught.remove();
    }
  }

  @Override
  public void notify(DmnDecisionTableEvaluationEvent event) {
    if (caught.get() != null) {
      var definition = ((DecisionDefinition) event.getDecision()).getId();
      event.getMatchingRules().forEach(row -> caught.get().add(new Match(definition, row)));
    }
  }
}
