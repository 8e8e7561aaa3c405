package org.petitiondesk.engine;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;

/**
 * An engine without Spring for the tests of one model: its own name, its own database, and the settings that change what
 * a model means. Every flow of the models under test must have been taken when the class ends.
 *
 * <pre>{@code
 * @RegisterExtension static ProcessEngineCoverageExtension engine = ModelEngine.with(Map.of("someDelegate", delegate));
 * @BeforeEach void init() { ModelEngine.init(engine); }
 * }</pre>
 */
public final class ModelEngine {

  private ModelEngine() {}

  /** @param beans what the model's expressions name: real delegates bound to mocked steps */
  public static ProcessEngineCoverageExtension with(Map<Object, Object> beans) {
    return with(beans, new String[0]);
  }

  /** @param called models that are only called by the one under test; a test of their own takes all their flows */
  public static ProcessEngineCoverageExtension with(Map<Object, Object> beans, String... called) {
    return ProcessEngineCoverageExtension.builder(configuration(beans)).excludeProcessDefinitionKeys(called)
        .assertClassCoverageAtLeast(1.0).build();
  }

  /** Tells the assertions which of several engines this test means. */
  public static void init(ProcessEngineCoverageExtension extension) {
    BpmnAwareTests.init(extension.getProcessEngine());
  }

  public static ProcessEngine engine(ProcessEngineCoverageExtension extension) {
    return extension.getProcessEngine();
  }

  private static ProcessCoverageInMemProcessEngineConfiguration configuration(Map<Object, Object> beans) {
    var name = "model-" + UUID.randomUUID();
    var configuration = new ProcessCoverageInMemProcessEngineConfiguration();
    configuration.setProcessEngineName(name);
    configuration.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    configuration.setBeans(beans);
    configuration.setHistory("activity");
    configuration.setJobExecutorActivate(false);
    configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    return configuration;
  }
}
