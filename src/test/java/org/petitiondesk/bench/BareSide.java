package org.petitiondesk.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * The engine alone: stock setting, history FULL, the models of {@code processes/}. Its delegates do nothing but what the
 * models can not go on without: a date for a timer, and the process that carries a letter.
 */
class BareSide implements CasesBench.Side {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final HikariDataSource pool = new HikariDataSource();
  private final ProcessEngine engine;
  private final RuntimeService runtime;
  private final TaskService tasks;

  BareSide(String url, String user, String password) throws Exception {
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.setMaximumPoolSize(16);
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName("bare-" + COUNT.incrementAndGet());
    configuration.setDataSource(pool);
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    configuration.setJobExecutorActivate(true);
    configuration.setBeans(new Names());
    engine = configuration.buildProcessEngine();
    runtime = engine.getRuntimeService();
    tasks = engine.getTaskService();
    deploy();
  }

  private void deploy() throws Exception {
    var deployment = engine.getRepositoryService().createDeployment();
    try (var files = Files.walk(Path.of("processes"))) {
      for (var file : files.filter(path -> path.toString().matches(".*\\.(bpmn|dmn)")).toList()) {
        deployment.addString(file.getFileName().toString(), Files.readString(file));
      }
    }
    deployment.deploy();
  }

  /** A clock starts and stops where the desk's do, in the same transactions. */
  @Override
  public void handle(long number) {
    var id = UUID.randomUUID().toString();
    var lead = Script.lead(number);
    var routing = inOne(() -> {
      runtime.startProcessInstanceByKey("petition_handling", id, Map.of("registeringUnit", "xfj"));
      return watch(id);
    });
    var notice = inOne(() -> {
      complete(id, "user_screen", Map.of("screening", "accept", "leadUnit", lead));
      stop(routing);
      return watch(id);
    });
    var handling = inOne(() -> {
      complete(id, "user_accept", Map.of("accepted", true, "officer", lead + ".handler", "leader", lead + ".leader"));
      return watch(id);
    });
    inOne(() -> {
      complete(id, "user_hand_over_letter", Map.of("handedOver", true));
      return stop(notice);
    });
    complete(id, "user_handle", Map.of());
    complete(id, "user_draft_reply", Map.of());
    complete(id, "user_approve_reply", Map.of("approved", true));
    inOne(() -> {
      runtime.createMessageCorrelation("REPLY_DELIVERED").processInstanceBusinessKey(id).correlate();
      complete(id, "user_hand_over_letter", Map.of("handedOver", true));
      return stop(handling);
    });
    runtime.createMessageCorrelation("PETITION_RATED").processInstanceBusinessKey(id).correlate();
  }

  private String watch(String id) {
    return runtime.startProcessInstanceByKey("escalation_clock_watch", id,
        Map.of("alarmAt", OffsetDateTime.now().plusDays(10).toString())).getId();
  }

  private String stop(String run) {
    runtime.createMessageCorrelation("CLOCK_STOPPED").processInstanceId(run).correlate();
    return run;
  }

  private String inOne(Supplier<String> work) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
        .execute(context -> work.get());
  }

  private void complete(String id, String step, Map<String, Object> facts) {
    var task = tasks.createTaskQuery().processInstanceBusinessKey(id).taskDefinitionKey(step).singleResult();
    tasks.complete(task.getId(), facts);
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }

  /** Whatever a model names is there. */
  private final class Names extends AbstractMap<Object, Object> {

    private final JavaDelegate nothing = execution -> {};
    private final Map<String, Object> others = Map.of(
        "unitList", new UnitList(),
        "retryCycles", Map.of("mail", "PT1M,PT5M"),
        "assignUnitsDelegate", (JavaDelegate) execution -> execution.setVariable("coUnits", ""),
        "acceptPetitionDelegate", letter("petition_acceptance"),
        "issueReplyDelegate", letter("petition_reply"),
        "recordAnswerDelegate", (JavaDelegate) execution -> execution.setVariable("ratingUntil",
            OffsetDateTime.now().plusDays(30).toString()));

    private JavaDelegate letter(String template) {
      return execution -> execution.getProcessEngineServices().getRuntimeService().startProcessInstanceByKey(
          "notice_delivery", execution.getProcessBusinessKey(), Map.of("noticeId", UUID.randomUUID().toString(),
              "channel", "IN_PERSON", "desk", "handler@" + execution.getVariable("leadUnit")));
    }

    @Override
    public boolean containsKey(Object name) {
      return others.containsKey(name) || name.toString().endsWith("Delegate");
    }

    @Override
    public Object get(Object name) {
      return containsKey(name) ? others.getOrDefault(name, nothing) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
      throw new IllegalStateException("Looked up by name only");
    }
  }

  /** What the models call on co-handling units. */
  public static final class UnitList {

    public List<String> of(String units) {
      return units.isBlank() ? List.of() : List.of(units.split(","));
    }
  }
}
