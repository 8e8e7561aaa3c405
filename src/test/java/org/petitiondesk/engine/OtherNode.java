package org.petitiondesk.engine;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** A second node: an engine of its own, with its own memory of the models, on the database of the first. */
@Component
public class OtherNode {

  private final ApplicationContext application;
  private final DeskEnginePlugin settings;
  private final DataSource database;
  private final PlatformTransactionManager transactions;

  OtherNode(ApplicationContext application, DeskEnginePlugin settings, DataSource database,
      PlatformTransactionManager transactions) {
    this.application = application;
    this.settings = settings;
    this.database = database;
    this.transactions = transactions;
  }

  /** Runs until it is closed; no job by itself, as the first one in tests. */
  public Running start() {
    var configuration = new SpringProcessEngineConfiguration();
    configuration.setProcessEngineName("other-node");
    configuration.setApplicationContext(application);
    configuration.setDataSource(database);
    configuration.setTransactionManager(transactions);
    configuration.setProcessEnginePlugins(List.of(settings));
    configuration.setDatabaseSchemaUpdate("false");
    configuration.setHistory(StepsHistory.NAME);
    configuration.setHistoryCleanupStrategy("endTimeBased");
    configuration.setHistoryRemovalTimeStrategy("none");
    configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    configuration.setMetricsEnabled(false);
    configuration.setIdGenerator(new StrongUuidGenerator());
    configuration.setJobExecutorActivate(false);
    return new Running(configuration.buildProcessEngine());
  }

  public record Running(ProcessEngine engine) implements AutoCloseable {

    /** As its job executor does. */
    public void execute(String job) {
      engine.getManagementService().executeJob(job);
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
