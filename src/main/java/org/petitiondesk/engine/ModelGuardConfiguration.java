package org.petitiondesk.engine;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One guard for every way in. */
@Configuration(proxyBeanMethods = false)
class ModelGuardConfiguration {

  @Bean
  ModelGuard modelGuard() {
    return new ModelGuard(ModelVerbs.ofTheDesk());
  }
}
