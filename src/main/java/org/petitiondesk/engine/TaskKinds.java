package org.petitiondesk.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Which kinds of work the models of today have: their user tasks. */
@Component
public class TaskKinds {

  /** Every page of the work list asks; a model that was published just now may be missing for so long. */
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final RepositoryService repository;
  /** By the id of the definition, which never changes what it means. */
  private final Map<String, List<TaskKind>> known = new ConcurrentHashMap<>();
  private volatile Kept kept;

  TaskKinds(RepositoryService repository) {
    this.repository = repository;
  }

  /**
   * One user task of a model.
   *
   * @param key element id
   * @param name as drawn
   */
  public record TaskKind(String processKey, String key, String name) {}

  /** @param since of {@link System#nanoTime} */
  private record Kept(List<TaskKind> kinds, long since) {

    boolean isFresh() {
      return System.nanoTime() - since < KEPT.toNanos();
    }
  }

  /** Those of the latest version of every model, in the order of the models' keys and as they were drawn. */
  public List<TaskKind> all() {
    var last = kept;
    if (last == null || !last.isFresh()) {
      last = new Kept(latest(), System.nanoTime());
      kept = last;
    }
    return last.kinds();
  }

  private List<TaskKind> latest() {
    return repository.createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionKey().asc().list().stream()
        .flatMap(definition -> known.computeIfAbsent(definition.getId(), id -> kinds(definition)).stream()).toList();
  }

  private List<TaskKind> kinds(ProcessDefinition definition) {
    return repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(UserTask.class).stream()
        .map(task -> new TaskKind(definition.getKey(), task.getId(),
            task.getName() == null ? task.getId() : task.getName()))
        .toList();
  }
}
