package org.petitiondesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.petitiondesk.DeskTest;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.ChangedMeanwhile;
import org.petitiondesk.petition.Petitions;
import org.petitiondesk.petition.Solved;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The settings that change what a model means or what a database keeps: each shown by what it does. */
@DeskTest
class EngineSettingsTests {

  @Autowired
  private RepositoryService repository;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private HistoryService history;
  @Autowired
  private ManagementService management;
  @Autowired
  private SpringProcessEngineConfiguration configuration;
  @Autowired
  private Flyway flyway;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private Petitions petitions;
  @Autowired
  private ConfigurableApplicationContext context;

  private final List<String> deployments = new ArrayList<>();

  /** Other tests share the engine. */
  @AfterEach
  void takeModelsBack() {
    deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
  }

  @Test
  void anErrorThatNoModelCatchesDoesNotEndTheProcessSilently() {
    deploy("uncaught_error", "<serviceTask id=\"service\" camunda:delegateExpression=\"${failWithErrorDelegate}\"/>");
    var id = CaseId.next();

    assertThatThrownBy(() -> runtime.startProcessInstanceByKey("uncaught_error", id.toString()))
        .hasMessageContaining("NOBODY_CATCHES_THIS");

    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).count()).isZero();
  }

  /** Behind a wait state the token stays where it was, with an incident to look at. */
  @Test
  void anUncaughtErrorInAJobLeavesTheProcessWhereItWas() {
    deploy("uncaught_error_in_job", "<serviceTask id=\"service\" camunda:asyncBefore=\"true\""
        + " camunda:delegateExpression=\"${failWithErrorDelegate}\"/>");
    var id = CaseId.next();
    var instance = runtime.startProcessInstanceByKey("uncaught_error_in_job", id.toString());
    var job = management.createJobQuery().processInstanceId(instance.getId()).singleResult();

    assertThatThrownBy(() -> management.executeJob(job.getId())).hasMessageContaining("NOBODY_CATCHES_THIS");

    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).count()).isOne();
    assertThat(management.createJobQuery().jobId(job.getId()).singleResult().getRetries()).isLessThan(3);
  }

  /** Else a letter would go out minutes later because somebody worked on the same case just then. */
  @Test
  void aJobThatMetSomebodyElsesWritingIsDoneAgainAtOnceAndSpendsNoTry() {
    deploy("collides", "<serviceTask id=\"service\" camunda:asyncBefore=\"true\""
        + " camunda:delegateExpression=\"${collideOnceDelegate}\">"
        + "<extensionElements><camunda:failedJobRetryTimeCycle>${retryCycles.mail}</camunda:failedJobRetryTimeCycle>"
        + "</extensionElements></serviceTask>");
    var instance = runtime.startProcessInstanceByKey("collides", CaseId.next().toString());
    var job = management.createJobQuery().processInstanceId(instance.getId()).singleResult();

    assertThatThrownBy(() -> management.executeJob(job.getId())).isInstanceOf(ChangedMeanwhile.class);

    var again = management.createJobQuery().jobId(job.getId()).executable().singleResult();
    assertThat(again.getRetries()).isEqualTo(job.getRetries());
    assertThat(((JobEntity) again).getLockExpirationTime()).isNull();
    management.executeJob(job.getId());
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance.getId()).count()).isZero();
  }

  @Test
  void onlyAChangedModelGetsANewVersion() throws IOException {
    var before = versions();
    var again = repository.createDeployment().name(configuration.getDeploymentName())
        .enableDuplicateFiltering(configuration.isDeployChangedOnly());
    for (var resource : configuration.getDeploymentResources()) {
      again.addString(nameOf(resource), text(resource).replace("<documentation>Draft,", "<documentation>A draft,"));
    }
    deployments.add(again.deploy().getId());

    var after = versions();

    assertThat(after).hasSize(before.size() + 1).containsAll(before).contains("petition_reply 2");
  }

  @Test
  void modelsOfTheTestsAreNotDeployed() throws IOException {
    assertThat(getClass().getResource("/seams/wrong_model.bpmn")).isNotNull();
    try (var drawn = Files.walk(Path.of("processes"))) {
      var stems = drawn.map(file -> file.getFileName().toString()).filter(name -> name.matches(".*\\.(bpmn|dmn)"))
          .map(name -> name.substring(0, name.lastIndexOf('.'))).toList();
      assertThat(versions()).isNotEmpty().map(version -> version.split(" ")[0])
          .containsExactlyInAnyOrderElementsOf(stems);
    }
  }

  @Test
  void theSchemaBeginsWithFlywayAndWithoutABaseline() {
    assertThat(flyway.getConfiguration().isBaselineOnMigrate()).isFalse();
    assertThat(jdbc.sql("select type from flyway_schema_history").query(String.class).list()).contains("SQL")
        .doesNotContain("BASELINE");
    var lastOfOurs = jdbc.sql("select max(installed_on) from flyway_schema_history").query(LocalDateTime.class)
        .single();
    var firstOfTheEngine = jdbc.sql("select min(timestamp_) from act_ge_schema_log").query(LocalDateTime.class)
        .single();
    assertThat(firstOfTheEngine).isAfterOrEqualTo(lastOfOurs);
  }

  @Test
  void historyKeepsTheWayButNoValues() {
    var id = petitions.delivered();
    petitions.rate(id, Solved.YES);

    assertThat(count("act_hi_varinst")).isZero();
    assertThat(count("act_hi_detail")).isZero();
    assertThat(count("act_hi_op_log")).isZero();
    assertThat(count("act_hi_dec_in")).isZero();
    assertThat(count("act_hi_actinst")).isPositive();
  }

  @Test
  void aStepThatIsOverKeepsItsBeginningAndItsDuration() {
    var id = petitions.delivered();
    petitions.rate(id, Solved.YES);

    var steps = history.createHistoricActivityInstanceQuery().finished().activityType("userTask").list();
    assertThat(steps).isNotEmpty().allSatisfy(step -> {
      assertThat(step.getStartTime()).isNotNull();
      assertThat(step.getDurationInMillis()).isEqualTo(step.getEndTime().getTime() - step.getStartTime().getTime());
    });
    var run = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(id.toString())
        .processDefinitionKey("petition_handling").singleResult();
    assertThat(run.getDurationInMillis()).isEqualTo(run.getEndTime().getTime() - run.getStartTime().getTime());
  }

  @ParameterizedTest
  @ValueSource(strings = {"accounts", "caseFiles", "dataSource", "jdbcClient", "personalData", "screeningService",
      "petitionSteps", "runtimeService", "environment", "systemProperties"})
  void anExpressionSeesNoBeanOfTheApplication(String bean) {
    assertThat(context.containsBean(bean)).isTrue();

    assertThatThrownBy(() -> value("${" + bean + ".toString()}")).isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("Cannot resolve identifier '" + bean + "'");
  }

  @Test
  void anExpressionSeesDelegatesAndWhatIsMadeForModels() {
    assertThat(value("${unitList.of('a,b').size() == 2 && retryCycles.mail != null && assignUnitsDelegate != null"
        + " ? 'yes' : none}")).isEqualTo("yes");
  }

  /** As the engine reads an expression of a model; the guard would not let most of these in. */
  private Object value(String expression) {
    var configuration = (ProcessEngineConfigurationImpl) context.getBean(ProcessEngine.class)
        .getProcessEngineConfiguration();
    return configuration.getCommandExecutorTxRequired().execute(command -> configuration.getExpressionManager()
        .createExpression(expression).getValue(StartProcessVariableScope.getSharedInstance()));
  }

  @Test
  void eventsOfTheEngineAreNotPublishedIntoTheApplication() {
    var heard = new ArrayList<String>();
    ApplicationListener<PayloadApplicationEvent<?>> ear = event -> heard.add(event.getPayload().getClass().getName());
    context.addApplicationListener(ear);
    try {
      petitions.delivered();
    } finally {
      context.removeApplicationListener(ear);
    }

    assertThat(heard).contains("org.petitiondesk.casefile.CaseRegistered").noneMatch(name -> name.contains("camunda"));
  }

  private List<String> versions() {
    return Stream.concat(
        repository.createProcessDefinitionQuery().list().stream()
            .map(definition -> definition.getKey() + " " + definition.getVersion()),
        repository.createDecisionDefinitionQuery().list().stream()
            .map(definition -> definition.getKey() + " " + definition.getVersion()))
        .toList();
  }

  private void deploy(String process, String element) {
    var model = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
          <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="start"/>
            <sequenceFlow id="flow_in" sourceRef="start" targetRef="service"/>
            %s
            <sequenceFlow id="flow_out" sourceRef="service" targetRef="end"/>
            <endEvent id="end"/>
          </process>
        </definitions>
        """.formatted(process, element);
    deployments.add(repository.createDeployment().addString(process + ".bpmn", model).deploy().getId());
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  /** As the engine names it: the file, or its place in the jar. */
  private String nameOf(Resource resource) throws IOException {
    var path = resource.getFile().getAbsolutePath();
    return repository.getDeploymentResourceNames(firstDeployment()).stream()
        .filter(name -> path.endsWith(name) || name.equals(resource.getFilename())).findFirst().orElseThrow();
  }

  private String firstDeployment() {
    return repository.createDeploymentQuery().deploymentName(configuration.getDeploymentName()).list().get(0).getId();
  }

  private static String text(Resource resource) throws IOException {
    return resource.getContentAsString(StandardCharsets.UTF_8);
  }
}
