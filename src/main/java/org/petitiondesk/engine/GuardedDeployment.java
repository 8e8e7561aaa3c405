package org.petitiondesk.engine;

import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Every file of every deployment, before the engine reads it: at the start, from a page, through REST or from a desktop
 * modeller, and again when the engine reads it back from the database.
 */
class GuardedDeployment implements Deployer {

  private final ModelGuard guard;

  GuardedDeployment(ModelGuard guard) {
    this.guard = guard;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    deployment.getResources().values().forEach(resource -> {
      var findings = guard.check(resource.getName(), resource.getBytes());
      if (!findings.isEmpty()) {
        throw new ModelRefused(resource.getName(), findings);
      }
    });
  }
}
