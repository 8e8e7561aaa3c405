package org.petitiondesk.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The engine alone with as many open tasks as are asked for. One is made by the engine; the rest are copies of its rows
 * with the groups, dates and categories of {@link InboxDesk}.
 */
class StockTasks implements AutoCloseable {

  private static final int PAGE = 50;

  private final HikariDataSource pool = new HikariDataSource();
  private final ProcessEngine engine;
  private final JdbcTemplate jdbc;
  private final boolean postgresql;
  /** Ids of the rows that the engine has made. */
  private final List<String> made;
  private int filled;

  StockTasks(Databases databases) {
    pool.setJdbcUrl(databases.bare());
    pool.setUsername(databases.user());
    pool.setPassword(databases.password());
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName("stock-tasks");
    configuration.setDataSource(pool);
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
    configuration.setJobExecutorActivate(false);
    engine = configuration.buildProcessEngine();
    jdbc = new JdbcTemplate(pool);
    postgresql = databases.bare().startsWith("jdbc:postgresql");
    engine.getRepositoryService().createDeployment().addModelInstance("stock.bpmn",
        Bpmn.createExecutableProcess("stock").camundaHistoryTimeToLive(1).startEvent().userTask("user_handle")
            .name("办理").camundaCandidateGroups("handler@none").camundaDueDate("${due}").endEvent().done())
        .deploy();
    engine.getRuntimeService().startProcessInstanceByKey("stock",
        Map.of("category", "none", "due", new Date(0)));
    jdbc.update("delete from ACT_RU_VARIABLE where NAME_ = 'due'");
    made = Stream.of("ACT_RU_EXECUTION", "ACT_RU_TASK", "ACT_RU_IDENTITYLINK", "ACT_RU_VARIABLE")
        .map(table -> "'" + jdbc.queryForObject("select ID_ from " + table, String.class) + "'").toList();
  }

  /** Adds what is missing to this many open tasks. */
  void fill(int size) {
    var from = filled + 1;
    var numbers = (postgresql ? "generate_series(cast(%d as bigint), cast(%d as bigint))" : "system_range(%d, %d)")
        .formatted(from, size)
        + " as r(n)";
    var unit = InboxDesk.one(Script.leads(), "n");
    copy("ACT_RU_EXECUTION", numbers, Map.of("ID_", "'e' || n", "PROC_INST_ID_", "'e' || n", "ROOT_PROC_INST_ID_",
        "'e' || n"));
    copy("ACT_RU_TASK", numbers, Map.of("ID_", "'t' || n", "EXECUTION_ID_", "'e' || n", "PROC_INST_ID_", "'e' || n",
        "DUE_DATE_", "current_timestamp + cast(mod(n * 7919, 100) - 10 as integer) * interval '1' day", "ASSIGNEE_",
        "case when mod(n / 12, 5) = 0 then " + unit + " || '.handler' end"));
    copy("ACT_RU_IDENTITYLINK", numbers, Map.of("ID_", "'l' || n", "TASK_ID_", "'t' || n", "GROUP_ID_",
        "'handler@' || " + unit));
    copy("ACT_RU_VARIABLE", numbers, Map.of("ID_", "'v' || n", "EXECUTION_ID_", "'e' || n", "PROC_INST_ID_",
        "'e' || n", "VAR_SCOPE_", "'e' || n", "TEXT_", InboxDesk.one(InboxDesk.CATEGORIES, "n / 3")));
    filled = size;
    jdbc.execute("analyze");
  }

  private void copy(String table, String numbers, Map<String, String> changed) {
    var columns = jdbc.queryForList("select column_name from information_schema.columns where upper(table_name) = ?",
        String.class, table);
    var values = columns.stream().map(column -> changed.getOrDefault(column.toUpperCase(Locale.ROOT), "a." + column))
        .toList();
    jdbc.update("insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values)
        + " from (select * from " + table + " where ID_ in (" + String.join(", ", made) + ")) as a cross join "
        + numbers);
  }

  /** A page of the group's unclaimed tasks of one category by due date, and how many there are. */
  void pageAndCount(String group, String category) {
    var tasks = query(group, category).orderByDueDate().asc().listPage(0, PAGE);
    if (tasks.isEmpty() || query(group, category).count() == 0) {
      throw new IllegalStateException("Nothing was found for " + group);
    }
  }

  private TaskQuery query(String group, String category) {
    return engine.getTaskService().createTaskQuery().taskCandidateGroupIn(List.of(group))
        .processVariableValueEquals("category", category);
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}
