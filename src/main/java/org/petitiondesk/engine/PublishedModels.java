package org.petitiondesk.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.petitiondesk.engine.Publications.Entry;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The models that are in force and those that were, and the one way in which a new version comes into force. */
@Component
@Transactional
public class PublishedModels {

  private static final Comparator<PublishedModel> ORDER = Comparator.comparing(PublishedModel::kind)
      .thenComparing(PublishedModel::key);

  private final RepositoryService repository;
  private final ManagementService management;
  private final ProcessEngineConfigurationImpl configuration;
  private final Publications publications;

  PublishedModels(RepositoryService repository, ManagementService management,
      ProcessEngineConfigurationImpl configuration, Publications publications) {
    this.repository = repository;
    this.management = management;
    this.configuration = configuration;
    this.publications = publications;
  }

  /** The version in force of each model, by kind and key. */
  @Transactional(readOnly = true)
  public List<PublishedModel> latest() {
    var facts = background();
    var found = new ArrayList<PublishedModel>();
    repository.createProcessDefinitionQuery().latestVersion().list()
        .forEach(definition -> found.add(facts.model(ModelKind.BPMN, definition)));
    repository.createDecisionDefinitionQuery().latestVersion().list()
        .forEach(definition -> found.add(facts.model(ModelKind.DMN, definition)));
    forms().stream().collect(Collectors.toMap(CamundaFormDefinitionEntity::getKey, Function.identity(),
        (a, b) -> a.getVersion() > b.getVersion() ? a : b)).values()
        .forEach(definition -> found.add(named(facts.model(ModelKind.FORM, definition))));
    found.sort(ORDER);
    return found;
  }

  /** The version in force. */
  @Transactional(readOnly = true)
  public Optional<PublishedModel> latest(ModelKind kind, String key) {
    return versions(kind, key).stream().findFirst();
  }

  /** How many cases stand in any version of each process that has some, by key. */
  @Transactional(readOnly = true)
  public Map<String, Long> running() {
    var running = new HashMap<String, Long>();
    management.createProcessDefinitionStatisticsQuery().list().stream().filter(each -> each.getInstances() > 0)
        .forEach(each -> running.merge(each.getKey(), (long) each.getInstances(), Long::sum));
    return running;
  }

  /** Only its number, without a look at anything else. */
  @Transactional(readOnly = true)
  public Optional<Integer> versionInForce(ModelKind kind, String key) {
    ResourceDefinition inForce = switch (kind) {
      case BPMN -> repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult();
      case DMN -> repository.createDecisionDefinitionQuery().decisionDefinitionKey(key).latestVersion().singleResult();
      case FORM -> forms(key).stream().findFirst().orElse(null);
    };
    return Optional.ofNullable(inForce).map(ResourceDefinition::getVersion);
  }

  /** Every version, the newest first. */
  @Transactional(readOnly = true)
  public List<PublishedModel> versions(ModelKind kind, String key) {
    List<? extends ResourceDefinition> definitions = switch (kind) {
      case BPMN -> repository.createProcessDefinitionQuery().processDefinitionKey(key).orderByProcessDefinitionVersion()
          .desc().list();
      case DMN -> repository.createDecisionDefinitionQuery().decisionDefinitionKey(key)
          .orderByDecisionDefinitionVersion().desc().list();
      case FORM -> forms(key);
    };
    if (definitions.isEmpty()) {
      return List.of();
    }
    var facts = background();
    return definitions.stream().map(definition -> named(facts.model(kind, definition))).toList();
  }

  /** @throws NotFound when there is no such version */
  @Transactional(readOnly = true)
  public PublishedModel version(ModelKind kind, String key, int version) {
    return versions(kind, key).stream().filter(model -> model.version() == version).findFirst()
        .orElseThrow(() -> new NotFound("engine.not-found.version"));
  }

  /** The file as it was deployed. */
  @Transactional(readOnly = true)
  public String source(PublishedModel model) {
    try (var file = repository.getResourceAsStream(model.deployment(), model.file())) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Brings a new version into force. Running cases stay in theirs.
   *
   * @throws ModelRefused when the guard does not let it in; then nothing has changed
   */
  public PublishedModel publish(ModelKind kind, String key, String name, String source, Publication publication) {
    var file = kind.file(key);
    var deployment = repository.createDeployment().name(file).source("designer")
        .addInputStream(file, new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8))).deployWithResult();
    publications.add(new Entry(kind, key, version(kind, key, deployment), name, deployment.getId(), file, publication));
    return versions(kind, key).get(0);
  }

  private int version(ModelKind kind, String key, DeploymentWithDefinitions deployment) {
    List<? extends ResourceDefinition> deployed = switch (kind) {
      case BPMN -> deployment.getDeployedProcessDefinitions();
      case DMN -> deployment.getDeployedDecisionDefinitions();
      case FORM -> forms(key).stream().filter(form -> form.getDeploymentId().equals(deployment.getId())).toList();
    };
    if (deployed == null || deployed.size() != 1 || !deployed.get(0).getKey().equals(key)) {
      throw new IllegalStateException("Not exactly the model " + kind.file(key) + " came into force");
    }
    return deployed.get(0).getVersion();
  }

  /** A form that came with the product has its name in its file alone. */
  private PublishedModel named(PublishedModel model) {
    return model.kind() == ModelKind.FORM && model.publication().isEmpty()
        ? model.named(FormReader.form(model.key(), model.version(), source(model)).name())
        : model;
  }

  /** The newest first. */
  private List<CamundaFormDefinitionEntity> forms(String key) {
    return forms().stream().filter(form -> form.getKey().equals(key))
        .sorted(Comparator.comparing(CamundaFormDefinitionEntity::getVersion).reversed()).toList();
  }

  /** The engine has no query of its own for forms. */
  private List<CamundaFormDefinitionEntity> forms() {
    return configuration.getCommandExecutorTxRequired().execute(context -> {
      var found = new ArrayList<CamundaFormDefinitionEntity>();
      context.getDbEntityManager().flush();
      for (Object form : context.getDbEntityManager().selectList("selectAllCamundaFormDefinitions")) {
        found.add((CamundaFormDefinitionEntity) form);
      }
      return found;
    });
  }

  private Background background() {
    var since = repository.createDeploymentQuery().list().stream()
        .collect(Collectors.toMap(Deployment::getId, deployment -> deployment.getDeploymentTime().toInstant()));
    var entries = publications.all().stream().collect(Collectors
        .toMap(entry -> entry.kind() + " " + entry.key() + " " + entry.version(), Function.identity()));
    return new Background(since, entries);
  }

  /** What is read once for a whole list. */
  private record Background(Map<String, Instant> since, Map<String, Entry> entries) {

    PublishedModel model(ModelKind kind, ResourceDefinition definition) {
      var entry = Optional.ofNullable(entries.get(kind + " " + definition.getKey() + " " + definition.getVersion()));
      // The engine keeps no name of a form.
      var drawn = kind == ModelKind.FORM ? entry.map(Entry::name).orElse(null) : definition.getName();
      var name = drawn == null || drawn.isBlank() ? definition.getKey() : drawn;
      return new PublishedModel(kind, definition.getKey(), name, definition.getVersion(),
          since.get(definition.getDeploymentId()), definition.getDeploymentId(), definition.getResourceName(),
          entry.map(Entry::publication));
    }
  }
}
