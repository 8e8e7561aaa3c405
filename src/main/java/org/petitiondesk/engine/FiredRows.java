package org.petitiondesk.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.springframework.stereotype.Component;

/** Catches which rows matched; the engine's public answer holds outputs only. */
@Component
class FiredRows implements DmnDecisionTableEvaluationListener {

  private final ThreadLocal<List<DmnEvaluatedDecisionRule>> caught = new ThreadLocal<>();

  List<DmnEvaluatedDecisionRule> during(Supplier<?> evaluation) {
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
      caught.get().addAll(event.getMatchingRules());
    }
  }
}
