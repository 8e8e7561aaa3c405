package org.petitiondesk.demo;

import java.util.List;
import org.petitiondesk.people.LogInHints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Gives away on the log-in page how to get in. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfig {

  @Bean
  LogInHints logInHints() {
    return new LogInHints(DemoOrganisation.PASSWORD,
        List.of("officer", "officer2", "office.leader", "housing.handler", "housing.leader", "environment.handler",
            "labour.handler", "liuyin.handler", "liuyin.leader", "auditor", "admin"),
        DemoOrganisation.API_KEY);
  }
}
