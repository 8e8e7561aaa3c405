package org.petitiondesk.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** Makes engines in which cases go through a model once more. */
@Component
public class ReplayEngines {

  private static final Map<String, ModelKind> CALLS = Map.of("calledElement", ModelKind.BPMN, "decisionRef",
      ModelKind.DMN);

  private final PublishedModels published;
  private final ModelBeans asked;
  private final ModelVerbs verbs = ModelVerbs.ofTheDesk();

  ReplayEngines(PublishedModels published, BeanFactory beans) {
    this.published = published;
    this.asked = new ModelBeans(beans);
  }

  /** The processes with the version in force of all that they call. */
  public ReplayEngine inForce(Set<String> processes) {
    return ReplayEngine.of(models(processes, "", ""), verbs, asked);
  }

  /** The same with this draft, which the guard lets pass, instead of its version in force. */
  public ReplayEngine with(Set<String> processes, ModelKind kind, String key, String source) {
    return ReplayEngine.of(models(processes, kind.file(key), source), verbs, asked);
  }

  /** The draft in its place, everything else as it is in force. */
  private Map<String, String> models(Set<String> processes, String draft, String text) {
    var models = new LinkedHashMap<String, String>();
    var wanted = new ArrayDeque<>(processes.stream().map(key -> new Wanted(ModelKind.BPMN, key)).toList());
    while (!wanted.isEmpty()) {
      var next = wanted.pop();
      var file = next.kind().file(next.key());
      if (!models.containsKey(file)) {
        var source = file.equals(draft)
            ? text
            : published.latest(next.kind(), next.key()).map(published::source).orElse("");
        if (!source.isEmpty()) {
          models.put(file, source);
          wanted.addAll(called(source));
        }
      }
    }
    return models;
  }

  private static List<Wanted> called(String source) {
    try {
      return ModelNode.read(source.getBytes(StandardCharsets.UTF_8)).all()
          .flatMap(node -> node.attributes().entrySet().stream())
          .filter(attribute -> CALLS.containsKey(attribute.getKey().getLocalPart()))
          .map(attribute -> new Wanted(CALLS.get(attribute.getKey().getLocalPart()), attribute.getValue())).toList();
    } catch (ModelNode.Unreadable e) {
      throw new IllegalStateException("What is in force can be read", e);
    }
  }

  private record Wanted(ModelKind kind, String key) {}
}
