package org.petitiondesk.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.xml.ModelException;
import org.petitiondesk.engine.ModelFinding.Reason;
import org.springframework.stereotype.Component;

/**
 * Whether the engine itself can read a model: a flow that leads nowhere, a gateway without a way out. Nothing is deployed.
 * Only for what the guard has let through.
 */
@Component
public class ModelTrial {

  private final ProcessEngineConfigurationImpl configuration;

  ModelTrial(ProcessEngineConfigurationImpl configuration) {
    this.configuration = configuration;
  }

  /** What the engine stumbles over, in its own words; empty for a model that it would take. */
  public List<ModelFinding> check(ModelKind kind, String source) {
    // Caught inside the command: outside, the caller's transaction would be lost with it.
    return configuration.getCommandExecutorTxRequired().execute(context -> switch (kind) {
      case BPMN -> process(source);
      case DMN -> decision(source);
      case FORM -> List.of();
    });
  }

  private List<ModelFinding> process(String source) {
    try {
      new BpmnParser(configuration.getExpressionManager(), configuration.getBpmnParseFactory()).createParse()
          .sourceString(source).name("trial.bpmn").deployment(new DeploymentEntity()).execute();
      return List.of();
    } catch (ParseException e) {
      return e.getResorceReports().stream().flatMap(report -> report.getErrors().stream())
          .map(problem -> new ModelFinding(problem.getMessage(), Reason.NOT_RUNNABLE,
              problem.getMainElementId() == null ? "file" : problem.getMainElementId(), Math.max(0, problem.getLine())))
          .toList();
    } catch (ProcessEngineException e) {
      return whole(e);
    }
  }

  private List<ModelFinding> decision(String source) {
    try {
      configuration.getDmnEngine()
          .parseDecisions(new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
      return List.of();
    } catch (DmnTransformException | ModelException e) {
      return whole(e);
    }
  }

  private static List<ModelFinding> whole(RuntimeException problem) {
    return List.of(new ModelFinding(String.valueOf(problem.getMessage()), Reason.NOT_RUNNABLE, "file", 0));
  }
}
