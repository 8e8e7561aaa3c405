package org.petitiondesk.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * What a start deploys: the models of the product, except those that somebody here has published over. A newer shipped
 * one of these is offered on the designer's page instead. A command beside a running server deploys nothing.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.auto-deployment-enabled", havingValue = "true", matchIfMissing = true)
@DependsOnDatabaseInitialization
class ShippedDeployment extends DefaultDeploymentConfiguration {

  private final Publications publications;

  ShippedDeployment(Publications publications) {
    this.publications = publications;
  }

  @Override
  public Set<Resource> getDeploymentResources() {
    return super.getDeploymentResources().stream().filter(file -> !isPublishedOver(file)).collect(Collectors.toSet());
  }

  private boolean isPublishedOver(Resource resource) {
    var file = String.valueOf(resource.getFilename());
    return ModelKind.ofFile(file)
        .filter(kind -> publications.has(kind, file.substring(0, file.lastIndexOf('.')))).isPresent();
  }
}
