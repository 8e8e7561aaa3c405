package org.petitiondesk.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.petitiondesk.engine.ModelFinding.Reason;
import org.springframework.stereotype.Component;

/**
 * Whether the engine itself would take a model and can run it: a flow that leads nowhere, a cell that is no FEEL, a table
 * that there is not. Nothing is deployed. Only for what the guard has let through.
 */
@Component
public class ModelTrial {

  /** What the engine's tables hold of a text. */
  private static final Map<String, Integer> LONGEST = Map.of("name", 255, "versionTag", 64, "id", 200);
  private static final Map<String, ModelKind> CALLS = Map.of("calledElement", ModelKind.BPMN, "decisionRef",
      ModelKind.DMN);
  private static final Set<String> EXPRESSIONS = Set.of("inputExpression", "outputEntry", "literalExpression");

  private final ProcessEngineConfigurationImpl configuration;
  private final PublishedModels published;
  private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

  ModelTrial(ProcessEngineConfigurationImpl configuration, PublishedModels published) {
    this.configuration = configuration;
    this.published = published;
  }

  /** What the engine stumbles over, in its own words; empty for a model that it would take. */
  public List<ModelFinding> check(ModelKind kind, String key, String source) {
    if (kind == ModelKind.FORM) {
      return List.of();
    }
    try {
      var findings = new ArrayList<ModelFinding>();
      ModelNode.read(source.getBytes(StandardCharsets.UTF_8)).all().forEach(node -> node(kind, key, node, findings));
      // Caught inside the command: outside, the caller's transaction would be lost with it.
      findings.addAll(configuration.getCommandExecutorTxRequired()
          .execute(context -> kind == ModelKind.BPMN ? process(key, source) : decision(source)));
      return findings;
    } catch (ModelNode.Unreadable e) {
      return List.of(e.finding());
    }
  }

  private void node(ModelKind kind, String key, ModelNode node, List<ModelFinding> findings) {
    node.attributes().forEach((name, value) -> {
      var called = CALLS.get(name.getLocalPart());
      if (value.length() > LONGEST.getOrDefault(name.getLocalPart(), Integer.MAX_VALUE)) {
        findings.add(at(node, name.getLocalPart() + " > " + LONGEST.get(name.getLocalPart()), Reason.TOO_LARGE));
      } else if (kind == ModelKind.BPMN && called != null && !(called == kind && value.equals(key))
          && published.versionInForce(called, value).isEmpty()) {
        findings.add(at(node, name.getLocalPart() + " " + value, Reason.NOT_IN_FORCE));
      }
    });
    if (kind == ModelKind.BPMN && !node.ofEngine("formRef").isEmpty() && !isFormInForce(node)) {
      findings.add(at(node, "camunda:formRef " + node.ofEngine("formRef"), Reason.NOT_IN_FORCE));
    }
    if (kind == ModelKind.DMN && node.local().equals("decision") && node.attributes().keySet().stream()
        .noneMatch(name -> name.getLocalPart().equals("historyTimeToLive"))) {
      findings.add(at(node, "camunda:historyTimeToLive", Reason.NOT_RUNNABLE));
    }
    if (kind == ModelKind.DMN && node.local().equals("text") && !node.text().isEmpty()) {
      node.parent().filter(above -> !isFeel(above.local(), node.text()))
          .ifPresent(above -> findings.add(at(node, node.text(), Reason.NOT_RUNNABLE)));
    }
  }

  /** Bound to the newest one, or to one certain version; models and forms come into force one by one. */
  private boolean isFormInForce(ModelNode step) {
    var form = step.ofEngine("formRef");
    return switch (step.ofEngine("formRefBinding")) {
      case "latest" -> published.versionInForce(ModelKind.FORM, form).isPresent();
      case "version" -> published.versions(ModelKind.FORM, form).stream()
          .anyMatch(model -> String.valueOf(model.version()).equals(step.ofEngine("formRefVersion").strip()));
      default -> false;
    };
  }

  private boolean isFeel(String around, String text) {
    try {
      return around.equals("inputEntry")
          ? feel.parseUnaryTests(text).isSuccess()
          : !EXPRESSIONS.contains(around) || feel.parseExpression(text).isSuccess();
    } catch (StackOverflowError e) {
      return false;
    }
  }

  private List<ModelFinding> process(String key, String source) {
    try {
      var deployment = new DeploymentEntity();
      deployment.setNew(true);
      var parse = new BpmnParser(configuration.getExpressionManager(), configuration.getBpmnParseFactory())
          .createParse().sourceString(source).name("trial.bpmn").deployment(deployment);
      parse.execute();
      var runs = parse.getProcessDefinitions().stream().map(process -> process.getKey()).collect(Collectors.toList());
      return runs.equals(List.of(key)) ? List.of() : List.of(new ModelFinding(key, Reason.OTHER_KEY, "file", 0));
    } catch (ParseException e) {
      return e.getResorceReports().stream().flatMap(report -> report.getErrors().stream())
          .map(problem -> new ModelFinding(problem.getMessage(), Reason.NOT_RUNNABLE,
              problem.getMainElementId() == null ? "file" : problem.getMainElementId(), Math.max(0, problem.getLine())))
          .toList();
    } catch (ProcessEngineException | StackOverflowError e) {
      return whole(e);
    }
  }

  private List<ModelFinding> decision(String source) {
    try {
      configuration.getDmnEngine()
          .parseDecisions(new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
      return List.of();
    } catch (DmnTransformException | ProcessEngineException | ModelException | StackOverflowError e) {
      return whole(e);
    }
  }

  private static ModelFinding at(ModelNode node, String construct, Reason reason) {
    return new ModelFinding(construct.length() <= 60 ? construct : construct.substring(0, 60) + "…", reason,
        node.place(), node.line());
  }

  private static List<ModelFinding> whole(Throwable problem) {
    var words = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
    return List.of(new ModelFinding(words, Reason.NOT_RUNNABLE, "file", 0));
  }
}
