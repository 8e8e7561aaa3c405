package org.petitiondesk.command;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.petitiondesk.casefile.CaseCodes;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The database, the audit chain and the accounts, and nothing else: no engine that would take jobs from a running
 * server, no migration under its feet, no web. Not annotated as a configuration, so that the server does not find it.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class})
@ComponentScan(basePackages = {"org.petitiondesk.audit",
    "org.petitiondesk.people"}, excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.petitiondesk\\.\\w+\\.web\\..*"))
@Import(CaseCodes.class)
class Desk {

  private static final String URL = "spring.datasource.url";

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** @param settings in the manner of Spring: {@code --spring.datasource.url=…} */
  static ConfigurableApplicationContext open(List<String> settings) {
    return open(Desk.class, settings);
  }

  static ConfigurableApplicationContext open(Class<?> parts, List<String> settings, String... properties) {
    return new SpringApplicationBuilder(parts).web(WebApplicationType.NONE).bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false).lazyInitialization(true).registerShutdownHook(false)
        // What the command says is the whole output; what went wrong is said in one sentence.
        .properties("logging.level.root=OFF", "spring.datasource.hikari.maximum-pool-size=2").properties(properties)
        .initializers(context -> refuseToCreate(context.getEnvironment()))
        .run(settings.toArray(String[]::new));
  }

  /** In the wrong folder, a command must not leave an empty database behind. */
  private static void refuseToCreate(ConfigurableEnvironment environment) {
    var url = environment.getProperty(URL, "");
    if (url.startsWith("jdbc:h2:file:")) {
      environment.getPropertySources()
          .addFirst(new MapPropertySource("existing database", Map.of(URL, url + ";IFEXISTS=TRUE")));
    }
  }
}
