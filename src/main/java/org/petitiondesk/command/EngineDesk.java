package org.petitiondesk.command;

import java.util.List;
import org.petitiondesk.engine.EngineAlone;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * For commands that ask the engine: all modules without their pages. Not annotated as a configuration, so that the server
 * does not find it.
 */
@Import({Desk.class, EngineAlone.class})
@ImportAutoConfiguration({MessageSourceAutoConfiguration.class, JacksonAutoConfiguration.class})
@ComponentScan(basePackages = "org.petitiondesk", excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = {
    "org\\.petitiondesk\\.\\w+", "org\\.petitiondesk\\.\\w+\\.web\\..*",
    "org\\.petitiondesk\\.(web|demo|command)\\..*"}))
class EngineDesk {

  /** @param settings in the manner of Spring: {@code --spring.datasource.url=…} */
  static ConfigurableApplicationContext open(List<String> settings) {
    return Desk.open(EngineDesk.class, settings, EngineAlone.SETTINGS.toArray(String[]::new));
  }
}
