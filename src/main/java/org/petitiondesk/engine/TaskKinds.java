package org.petitiondesk.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which kinds of work the models of today have: their user tasks. */
@Component
@Transactional(readOnly = true)
public class TaskKinds {

  private final RepositoryService repository;
  /** By the id of the definition, which never changes what it means. */
  private final Map<String, List<TaskKind>> known = new ConcurrentHashMap<>();

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

  /** Those of the latest version of every model, in the order of the models' keys and as they were drawn. */
  public List<TaskKind> all() {
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
