package org.petitiondesk.engine;

import java.util.List;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * The engine for a command beside a running server. Not annotated as a configuration, so that the server does not find
 * it.
 */
@ImportAutoConfiguration(CamundaBpmAutoConfiguration.class)
public class EngineAlone {

  /** It deploys nothing, changes no table and takes no jobs. */
  public static final List<String> SETTINGS = List.of("camunda.bpm.job-execution.enabled=false",
      "camunda.bpm.auto-deployment-enabled=false", "camunda.bpm.database.schema-update=false");
}
