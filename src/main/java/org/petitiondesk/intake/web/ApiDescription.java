package org.petitiondesk.intake.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API at /v3/api-docs, for people who are logged in and programs with a key. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  private static final String KEY = "key";

  @Bean
  OpenAPI api() {
    return new OpenAPI()
        .info(new Info().title("petition-desk").version("v1")
            .description("Petitions from other systems. Problems are answered as application/problem+json with a "
                + "sentence in the language asked for and a stable key."))
        .components(new Components().addSecuritySchemes(KEY, new SecurityScheme().type(SecurityScheme.Type.APIKEY)
            .in(SecurityScheme.In.HEADER).name("X-Api-Key").description("Made by an administrator, shown once.")))
        .addSecurityItem(new SecurityRequirement().addList(KEY));
  }
}
