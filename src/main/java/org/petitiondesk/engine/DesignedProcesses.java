package org.petitiondesk.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.petitiondesk.kernel.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The processes of their own: which there are, who may begin them, and which facts their models read. */
@Component
@Transactional(readOnly = true)
public class DesignedProcesses {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"|'[^']*'");

  private final RepositoryService repository;
  private final TaskService tasks;
  /** By the id of the definition, which never changes what it means. */
  private final Map<String, Optional<DesignedProcess>> processes = new ConcurrentHashMap<>();
  private final Map<String, Read> reads = new ConcurrentHashMap<>();

  DesignedProcesses(RepositoryService repository, TaskService tasks) {
    this.repository = repository;
    this.tasks = tasks;
  }

  /** What a definition reads: names, and the tables that it asks, whose inputs count too. */
  private record Read(Set<String> names, Set<String> decisions) {}

  /** Those in force, by name. */
  public List<DesignedProcess> all() {
    return repository.createProcessDefinitionQuery().latestVersion().active().list().stream()
        .flatMap(definition -> find(definition).stream()).sorted(Comparator.comparing(DesignedProcess::name)).toList();
  }

  /** The version in force; empty for a process that nobody begins with a form. */
  public Optional<DesignedProcess> find(String key) {
    return Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion()
        .active().singleResult()).flatMap(this::find);
  }

  /** Names that the conditions, timers, groups and tables of a version in force read. */
  public Set<String> factsOfStart(String key) {
    return facts(repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult());
  }

  /** The same of the version in which an open task stands; whoever finishes it gives those that it knows. */
  public Set<String> factsOfTask(String taskId) {
    return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
        .map(task -> facts(repository.getProcessDefinition(task.getProcessDefinitionId()))).orElse(Set.of());
  }

  private Set<String> facts(ProcessDefinition definition) {
    var read = reads.computeIfAbsent(definition.getId(), id -> reads(definition));
    var names = new TreeSet<>(read.names());
    read.decisions().forEach(decision -> Optional.ofNullable(repository.createDecisionDefinitionQuery()
        .decisionDefinitionKey(decision).latestVersion().singleResult())
        .ifPresent(table -> names.addAll(reads.computeIfAbsent(table.getId(), id -> reads(table)).names())));
    return names;
  }

  private Optional<DesignedProcess> find(ProcessDefinition definition) {
    return processes.computeIfAbsent(definition.getId(),
        id -> OwnProcess.of(read(definition)).stream()
            .filter(own -> own.process().attribute("id").equals(definition.getKey())).findFirst()
            .map(own -> new DesignedProcess(definition.getKey(),
                definition.getName() == null ? definition.getKey() : definition.getName(),
                own.process().children("documentation").map(ModelNode::text).findFirst().orElse(""),
                definition.getVersion(), starters(own.process()))));
  }

  private static Set<Role> starters(ModelNode process) {
    return Stream.of(process.ofEngine("candidateStarterGroups").split(",")).map(String::strip)
        .map(role -> role.toLowerCase(Locale.ROOT))
        .flatMap(name -> Stream.of(Role.values()).filter(role -> role.key().equals(name)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Read reads(ResourceDefinition definition) {
    var root = read(definition);
    var names = new TreeSet<String>();
    root.all().forEach(node -> Stream.concat(Stream.of(node.text()), node.attributes().values().stream())
        .forEach(text -> names.addAll(FactExpression.names(text))));
    root.all().filter(node -> node.local().equals("inputExpression") || node.local().equals("literalExpression"))
        .flatMap(node -> node.children("text")).forEach(text -> WORD.matcher(TEXT.matcher(text.text()).replaceAll(""))
            .results().forEach(found -> names.add(found.group())));
    return new Read(names, root.all().map(node -> node.ofEngine("decisionRef")).filter(key -> !key.isEmpty())
        .collect(Collectors.toSet()));
  }

  private ModelNode read(ResourceDefinition definition) {
    try (var file = repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
      return ModelNode.read(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ModelNode.Unreadable e) {
      throw new IllegalStateException("Model " + definition.getKey() + " is in force and can not be read", e);
    }
  }
}
