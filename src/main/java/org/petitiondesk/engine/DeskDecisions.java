package org.petitiondesk.engine;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** How decision tables are read here, whether they run or are tried. */
final class DeskDecisions {

  private static final String FEEL = DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE;

  private DeskDecisions() {}

  /** In FEEL, also what a table does not say otherwise: the engine's own choice can call Java. */
  static DefaultDmnEngineConfiguration configuration(DmnDecisionTableEvaluationListener listener) {
    var dmn = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    dmn.setCustomPostDecisionTableEvaluationListeners(List.of(listener));
    dmn.setFeelEngineFactory(RememberingFeelEngine::new);
    dmn.setDefaultInputExpressionExpressionLanguage(FEEL);
    dmn.setDefaultInputEntryExpressionLanguage(FEEL);
    dmn.setDefaultOutputEntryExpressionLanguage(FEEL);
    dmn.setDefaultLiteralExpressionLanguage(FEEL);
    return dmn;
  }
}
