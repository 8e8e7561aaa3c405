package org.petitiondesk.designer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.petitiondesk.engine.ModelFinding;
import org.petitiondesk.engine.ModelKind;
import org.petitiondesk.engine.ModelNode;

/** Which models a file holds: its executable processes, its decisions, or its one form. */
record ModelHead(String key, String name) {

  private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();
  /** How XML writes that something is so. */
  private static final Set<String> EXECUTABLE = Set.of("true", "1");

  /** @throws Unreadable when it is no well-formed file of its kind */
  static List<ModelHead> of(ModelKind kind, String source) throws Unreadable {
    if (kind == ModelKind.FORM) {
      return form(source);
    }
    var element = kind == ModelKind.BPMN ? "process" : "decision";
    var space = kind == ModelKind.BPMN ? "/BPMN/" : "/DMN/";
    var root = read(source);
    if (!root.local().equals("definitions") || !root.namespace().contains(space)) {
      throw new Unreadable(new ModelFinding(root.local(), ModelFinding.Reason.NO_MODEL, "file", root.line()));
    }
    return root.children(element)
        .filter(node -> kind == ModelKind.DMN || EXECUTABLE.contains(node.attribute("isExecutable").strip()))
        .map(node -> new ModelHead(node.attribute("id"), orKey(node.attribute("name"), node.attribute("id")))).toList();
  }

  static ModelNode read(String source) throws Unreadable {
    try {
      return ModelNode.read(source.getBytes(StandardCharsets.UTF_8));
    } catch (ModelNode.Unreadable e) {
      throw new Unreadable(e.finding());
    }
  }

  private static List<ModelHead> form(String source) throws Unreadable {
    try {
      var form = JSON.readTree(source);
      if (form == null || !form.isObject() || !form.path("components").isArray()) {
        throw new Unreadable(new ModelFinding("components", ModelFinding.Reason.NO_MODEL, "file", 1));
      }
      var key = form.path("id").asText("");
      return List.of(new ModelHead(key, orKey(form.path("name").asText(""), key)));
    } catch (JsonProcessingException e) {
      throw new Unreadable(ModelFinding.noJson(e));
    }
  }

  private static String orKey(String name, String key) {
    return name.isBlank() ? key : name;
  }

  /** No well-formed model. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ModelFinding finding;

    Unreadable(ModelFinding finding) {
      super(finding.toString());
      this.finding = finding;
    }

    ModelFinding finding() {
      return finding;
    }
  }
}
