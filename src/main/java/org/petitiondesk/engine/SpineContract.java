package org.petitiondesk.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.engine.ModelFinding.Reason;

/**
 * What the desk's own code relies on in a model that it ships: the steps and messages that the class of constants beside
 * the process names, with their form or verb, the processes that it calls; of a table its inputs, its outputs and how
 * many rows fire. Everything else is the designer's.
 */
public final class SpineContract {

  private static final Set<String> CATCHING = Set.of("intermediateCatchEvent", "boundaryEvent", "startEvent");

  private SpineContract() {}

  /** What a draft of the shipped model lacks, in the order of the shipped one. */
  public static List<ModelFinding> broken(ShippedModel shipped, ModelNode draft) {
    if (isWithoutCode(shipped)) {
      return List.of();
    }
    try {
      var model = ModelNode.read(shipped.source().getBytes(StandardCharsets.UTF_8));
      return shipped.kind() == ModelKind.BPMN
          ? process(model, draft, shipped.key(), constants(shipped))
          : decision(inForce(model, "decision", shipped.key()), inForce(draft, "decision", shipped.key()));
    } catch (ModelNode.Unreadable e) {
      throw new IllegalStateException("The shipped model " + shipped.file() + " can not be read", e);
    }
  }

  /** A process of its own: what it does stands in the model alone. */
  private static boolean isWithoutCode(ShippedModel shipped) {
    try {
      return shipped.kind() == ModelKind.BPMN
          && !OwnProcess.of(ModelNode.read(shipped.source().getBytes(StandardCharsets.UTF_8))).isEmpty();
    } catch (ModelNode.Unreadable e) {
      throw new IllegalStateException("The shipped model " + shipped.file() + " can not be read", e);
    }
  }

  private static List<ModelFinding> process(ModelNode shipped, ModelNode draft, String key, Set<String> constants) {
    var findings = new ArrayList<ModelFinding>();
    var runs = inForce(draft, "process", key);
    inForce(shipped, "process", key).stream().filter(node -> constants.contains(node.attribute("id")))
        .filter(node -> !node.local().equals("process")).forEach(node -> element(node, runs, findings));
    shipped.children("message").map(message -> message.attribute("name")).filter(constants::contains)
        .filter(name -> !isReceived(name, draft, runs))
        .forEach(name -> findings.add(missing(name, name)));
    var called = called(runs);
    called(inForce(shipped, "process", key)).stream().filter(process -> !called.contains(process))
        .forEach(process -> findings.add(missing(process, process)));
    return findings;
  }

  /** What runs of a file: the elements, in the language of the file itself, of the one model with the key. */
  private static List<ModelNode> inForce(ModelNode file, String element, String key) {
    return file.children(element).filter(model -> model.attribute("id").equals(key)).flatMap(ModelNode::all)
        .filter(node -> node.namespace().equals(file.namespace())).toList();
  }

  private static void element(ModelNode node, List<ModelNode> runs, List<ModelFinding> findings) {
    var id = node.attribute("id");
    var name = node.attribute("name").isBlank() ? id : node.attribute("name") + " " + id;
    var same = runs.stream().filter(each -> each.attribute("id").equals(id) && each.local().equals(node.local()))
        .findFirst();
    if (same.isEmpty()) {
      findings.add(missing(name, id));
      return;
    }
    for (var kept : List.of("formKey", "delegateExpression")) {
      var value = node.ofEngine(kept);
      if (!value.isEmpty() && !value.equals(same.get().ofEngine(kept))) {
        findings.add(new ModelFinding(name + " camunda:" + kept + "=" + value, Reason.RELIED_ON, id,
            same.get().line()));
      }
    }
  }

  private static boolean isReceived(String message, ModelNode draft, List<ModelNode> runs) {
    var ids = draft.children("message").filter(each -> each.attribute("name").equals(message))
        .map(each -> each.attribute("id")).collect(Collectors.toSet());
    return runs.stream().filter(SpineContract::receives)
        .anyMatch(node -> ids.contains(node.attribute("messageRef").replaceFirst(".*:", "")));
  }

  private static boolean receives(ModelNode node) {
    return node.local().equals("receiveTask") || node.local().equals("messageEventDefinition")
        && node.parent().filter(event -> CATCHING.contains(event.local())).isPresent();
  }

  private static Set<String> called(List<ModelNode> runs) {
    return runs.stream().filter(node -> node.local().equals("callActivity"))
        .map(node -> node.attribute("calledElement")).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<ModelFinding> decision(List<ModelNode> shipped, List<ModelNode> draft) {
    var findings = new ArrayList<ModelFinding>();
    var given = texts(shipped, "input");
    texts(draft, "input").stream().filter(fact -> !given.contains(fact))
        .forEach(fact -> findings.add(new ModelFinding(fact, Reason.NOT_GIVEN, "file", 0)));
    var outputs = outputs(draft);
    outputs(shipped).stream().filter(name -> !outputs.contains(name))
        .forEach(name -> findings.add(missing(name, name)));
    if (!hits(shipped).equals(hits(draft))) {
      findings.add(missing("hitPolicy " + hits(shipped), "file"));
    }
    return findings;
  }

  private static Set<String> texts(List<ModelNode> model, String element) {
    return model.stream().filter(node -> node.local().equals(element)).flatMap(node -> node.children("inputExpression"))
        .flatMap(node -> node.children("text")).map(ModelNode::text).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> outputs(List<ModelNode> model) {
    return model.stream().filter(node -> node.local().equals("output")).map(node -> node.attribute("name"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String hits(List<ModelNode> model) {
    return model.stream().filter(node -> node.local().equals("decisionTable"))
        .map(node -> (node.attribute("hitPolicy").isEmpty() ? "UNIQUE" : node.attribute("hitPolicy")) + " "
            + node.attribute("aggregation"))
        .collect(Collectors.joining(", ")).strip();
  }

  /** {@code petition_reply} of {@code petition} is {@code org.petitiondesk.petition.PetitionReply}. */
  private static Set<String> constants(ShippedModel shipped) {
    var name = Arrays.stream(shipped.key().split("_"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
    try {
      return Stream.of(Class.forName("org.petitiondesk." + shipped.module() + "." + name).getDeclaredFields())
          .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
          .map(SpineContract::value).collect(Collectors.toSet());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("No class of constants beside " + shipped.file(), e);
    }
  }

  private static String value(Field constant) {
    try {
      constant.setAccessible(true);
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ModelFinding missing(String construct, String element) {
    return new ModelFinding(construct, Reason.RELIED_ON, element, 0);
  }
}
