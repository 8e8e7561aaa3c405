package org.petitiondesk.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.petitiondesk.engine.ModelFinding.Reason;

/**
 * Says whether a model may run here: everything that enters the engine passes it, whoever brings it and by whichever way.
 * A model can do what the desk has verbs for and nothing else; it brings no code, loads nothing, and waits nowhere without
 * an alarm.
 */
public class ModelGuard {

  /** Larger than any model that people can read. */
  private static final int BYTES = 4 * 1024 * 1024;

  private static final Pattern ENGINE_NAMESPACE = Pattern.compile("(?i).*(camunda|activiti|flowable).*");
  private static final Pattern BPMN_FILE = Pattern.compile("(?i).*\\.(bpmn|bpmn20\\.xml)");
  private static final Pattern DMN_FILE = Pattern.compile("(?i).*\\.(dmn|dmn11\\.xml)");
  private static final Pattern FORM_FILE = Pattern.compile("(?i).*\\.form");
  /** Pictures of a diagram; the engine only keeps them. */
  private static final Pattern PICTURE_FILE = Pattern.compile("(?i).*\\.(png|svg|jpg)");

  private static final Set<String> LISTENERS = Set.of("executionListener", "taskListener");
  /** Elements of the engine's own that run code or hand something to code. */
  private static final Set<String> CODE_ELEMENTS = Set.of("connector", "field", "script");
  private static final Set<String> CODE_ATTRIBUTES = Set.of("class", "expression", "formHandlerClass",
      "variableMappingClass", "scriptFormat");
  private static final Set<String> VERB_ATTRIBUTES = Set.of("delegateExpression", "variableMappingDelegateExpression");
  private static final Set<String> RECEIVERS = Set.of("assignee", "candidateUsers", "candidateGroups");
  private static final Set<String> BPMN_RECEIVERS = Set.of("humanPerformer", "performer", "potentialOwner");
  /** How often something is done at once: up to a thousand times, or as a fact says. */
  private static final Pattern TIMES = Pattern.compile("\\d{1,3}|[$#]\\{\\s*[A-Za-z_]\\w*\\s*}");
  /** Never evaluated: people's own words. */
  private static final Set<String> PROSE = Set.of("documentation", "text", "description");
  private static final Pattern VERB = Pattern.compile("[$#]\\{\\s*([A-Za-z_]\\w*)\\s*}");
  private static final Pattern FORM_OF_THE_DESK = Pattern
      .compile("(?:camunda-forms:)?(?:deployment:)?[A-Za-z0-9_{$#][^:\\\\]*");

  private static final Pattern FORM_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  private final ModelVerbs verbs;

  public ModelGuard(ModelVerbs verbs) {
    this.verbs = verbs;
  }

  /** By its name. */
  public static boolean isModel(String file) {
    return Stream.of(BPMN_FILE, DMN_FILE, FORM_FILE).anyMatch(kind -> kind.matcher(file).matches());
  }

  /** Everything that keeps the file from running, in the order of its lines; empty for a model that may run. */
  public List<ModelFinding> check(String file, byte[] content) {
    if (content.length > BYTES) {
      return List.of(whole("size", Reason.TOO_LARGE));
    }
    if (FORM_FILE.matcher(file).matches()) {
      return form(content);
    }
    if (BPMN_FILE.matcher(file).matches() || DMN_FILE.matcher(file).matches()) {
      try {
        return model(ModelNode.read(content));
      } catch (ModelNode.Unreadable e) {
        return List.of(e.finding());
      }
    }
    return PICTURE_FILE.matcher(file).matches() ? List.of() : List.of(whole(file, Reason.NO_MODEL));
  }

  private List<ModelFinding> model(ModelNode root) {
    var findings = new ArrayList<ModelFinding>();
    root.all().forEach(node -> {
      element(node, findings);
      node.attributes().forEach((name, value) -> attribute(node, name, value, findings));
    });
    root.all().filter(node -> node.local().equals("userTask")).filter(node -> !isSomebodys(node))
        .forEach(node -> findings.add(at(node, "userTask", Reason.NOBODYS)));
    findings.addAll(OwnProcess.check(root, verbs));
    new ModelWaits(root).withoutAlarm().forEach(node -> findings.add(at(node, node.local(), Reason.NO_ALARM)));
    findings.sort(Comparator.comparingInt(ModelFinding::line));
    return findings;
  }

  private void element(ModelNode node, List<ModelFinding> findings) {
    var ofEngine = isEngine(node.namespace());
    if (node.local().equals("scriptTask") || node.local().equals("script")
        || ofEngine && (CODE_ELEMENTS.contains(node.local()) || LISTENERS.contains(node.local()))) {
      findings.add(at(node, (ofEngine ? "camunda:" : "") + node.local(), Reason.CODE));
    } else if (ofEngine && node.local().equals("constraint") && node.attribute("name").equals("validator")) {
      findings.add(at(node, "camunda:constraint validator", Reason.CODE));
    } else if (node.local().equals("import")) {
      findings.add(at(node, "import", Reason.ELSEWHERE));
    }
    if (node.local().equals("loopCardinality") && !TIMES.matcher(node.text()).matches()) {
      findings.add(at(node, "loopCardinality " + shortened(node.text()), Reason.BOUNDLESS));
    }
    var text = PROSE.contains(node.local()) && !isFeel(node) ? "" : node.text();
    if (FactExpression.isExpression(text) && !FactExpression.isHarmless(text, verbs::isAsked)) {
      findings.add(at(node, shortened(text), Reason.NOT_A_FACT));
    } else if (isFeel(node) && text.toLowerCase(Locale.ROOT).matches("(?s).*\\bexternal\\b.*")) {
      findings.add(at(node, "FEEL external", Reason.CODE));
    } else if (isFeel(node) && isEvaluated(node) && !FeelLimits.areKept(text)) {
      findings.add(at(node, shortened(text), Reason.BOUNDLESS));
    }
  }

  private void attribute(ModelNode node, QName name, String value, List<ModelFinding> findings) {
    var local = name.getLocalPart();
    if (isEngine(name.getNamespaceURI())) {
      if (CODE_ATTRIBUTES.contains(local)) {
        findings.add(at(node, "camunda:" + local, Reason.CODE));
        return;
      }
      if (VERB_ATTRIBUTES.contains(local)) {
        var verb = VERB.matcher(value);
        if (!verb.matches() || !verbs.isVerb(verb.group(1))) {
          findings.add(at(node, "camunda:" + local + " " + shortened(value), Reason.UNKNOWN_VERB));
        } else {
          findings.addAll(VerbFields.wrong(node, verb.group(1), verbs));
        }
        return;
      }
      if (local.equals("type") && !value.equals("external") && !isEngine(node.namespace())) {
        findings.add(at(node, "camunda:type " + shortened(value), Reason.CODE));
      } else if (local.equals("resource")) {
        findings.add(at(node, "camunda:resource", Reason.ELSEWHERE));
      } else if (local.equals("formRef") && !FORM_NAME.matcher(value).matches()) {
        findings.add(at(node, "camunda:formRef " + shortened(value), Reason.NOT_A_FACT));
      } else if (local.equals("formKey") && !FORM_OF_THE_DESK.matcher(value).matches()) {
        findings.add(at(node, "camunda:formKey " + shortened(value), Reason.ELSEWHERE));
      }
    } else if (local.equals("scriptFormat") || local.equals("language")) {
      findings.add(at(node, local, Reason.CODE));
    } else if (local.equals("expressionLanguage") && isDecision(node)
        && !value.toLowerCase(Locale.ROOT).contains("feel")) {
      findings.add(at(node, "expressionLanguage " + shortened(value), Reason.CODE));
    } else if (local.equals("class") && isEngine(node.namespace())) {
      findings.add(at(node, "camunda:class", Reason.CODE));
    } else if (local.equals("resource") && isEngine(node.namespace())) {
      findings.add(at(node, "camunda:resource", Reason.ELSEWHERE));
    }
    if (FactExpression.isExpression(value) && !FactExpression.isHarmless(value, verbs::isAsked)) {
      findings.add(at(node, shortened(value), Reason.NOT_A_FACT));
    }
  }

  private static List<ModelFinding> form(byte[] content) {
    try {
      return FormReader.read(new String(content, StandardCharsets.UTF_8)).findings();
    } catch (JsonProcessingException e) {
      return List.of(ModelFinding.noJson(e));
    }
  }

  private static boolean isSomebodys(ModelNode task) {
    return task.attributes().keySet().stream().anyMatch(name -> isEngine(name.getNamespaceURI())
        && RECEIVERS.contains(name.getLocalPart()))
        || task.children().stream().anyMatch(child -> BPMN_RECEIVERS.contains(child.local()));
  }

  private static boolean isEngine(String namespace) {
    return ENGINE_NAMESPACE.matcher(namespace).matches() && !namespace.endsWith("/modeler/1.0");
  }

  private static boolean isDecision(ModelNode node) {
    return node.namespace().contains("/DMN/");
  }

  /** Decision tables are written in FEEL, wherever they do not say otherwise. */
  private static boolean isFeel(ModelNode node) {
    return isDecision(node) && node.local().equals("text");
  }

  private static boolean isEvaluated(ModelNode text) {
    return text.parent().filter(above -> !above.local().equals("textAnnotation")).isPresent();
  }

  private static ModelFinding at(ModelNode node, String construct, Reason reason) {
    return new ModelFinding(construct, reason, node.place(), node.line());
  }

  private static ModelFinding whole(String construct, Reason reason) {
    return new ModelFinding(construct, reason, "file", 0);
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
