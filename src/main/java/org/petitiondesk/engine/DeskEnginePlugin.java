package org.petitiondesk.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * What the engine must know before it starts. Depends on database initialisation because Flyway refuses a schema that it
 * did not start: it must see the database before the engine does.
 */
@Component
@DependsOnDatabaseInitialization
class DeskEnginePlugin extends AbstractProcessEnginePlugin {

  private final BeanFactory beans;
  private final ObjectProvider<TaskObserver> taskObservers;
  private final ObjectProvider<RunObserver> runObservers;
  private final ObjectProvider<IncidentObserver> incidentObservers;
  private final FiredRows firedRows;
  private final ModelGuard guard;

  DeskEnginePlugin(BeanFactory beans, ObjectProvider<TaskObserver> taskObservers,
      ObjectProvider<RunObserver> runObservers, ObjectProvider<IncidentObserver> incidentObservers, FiredRows firedRows,
      ModelGuard guard) {
    this.beans = beans;
    this.taskObservers = taskObservers;
    this.runObservers = runObservers;
    this.incidentObservers = incidentObservers;
    this.firedRows = firedRows;
    this.guard = guard;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    var visible = new ModelBeans(beans);
    configuration.setBeans(visible);
    // Spring's factory has already given the engine an expression manager that sees every bean of the application.
    configuration.setExpressionManager(new JuelExpressionManager(visible));
    configuration.setCustomHistoryLevels(List.of(new StepsHistory()));
    configuration.setHistoryEventHandler(new StepsHistoryWriter());
    configuration.setSkipIsolationLevelCheck(false);
    configuration.setCreateIncidentOnFailedJobEnabled(true);
    configuration.setFailedJobCommandFactory(new FailedJobCommands());
    configuration.setCustomIncidentHandlers(List.of(new DeskIncidentHandler(incidentObservers)));
    var listeners = configuration.getCustomPreBPMNParseListeners();
    var more = listeners == null
        ? new ArrayList<BpmnParseListener>()
        : new ArrayList<>(listeners);
    more.add(new UserTaskParseListener(taskObservers));
    more.add(new RunParseListener(runObservers));
    configuration.setCustomPreBPMNParseListeners(more);
    configuration.setCustomPreDeployers(List.of(new GuardedDeployment(guard)));
    configuration.setDmnEngineConfiguration(DeskDecisions.configuration(firedRows));
  }

  /**
   * The engine looks for its tables by upper-case names. H2 keeps lower-case ones here, as PostgreSQL does, so at the
   * second start the engine would not find them and make them again.
   */
  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    if (configuration.getDatabaseType().equals("h2") && hasItsTables(configuration.getDataSource())) {
      configuration.setSchemaOperationsCommand(context -> null);
    }
  }

  private static boolean hasItsTables(DataSource database) {
    try (var connection = database.getConnection();
        var tables = connection.getMetaData().getTables(null, null, "act\\_ge\\_property", null)) {
      return tables.next();
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not say which tables it has", e);
    }
  }
}
