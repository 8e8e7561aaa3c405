package org.petitiondesk.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.petitiondesk.engine.ModelFinding.Reason;

/**
 * Every file of every deployment, before the engine reads it: at the start, from a page, through REST or from a desktop
 * modeller, and again when the engine reads it back from the database.
 */
class GuardedDeployment implements Deployer {

  /** What ran before such a rule was written goes on; code is refused also when it is read back. */
  private static final Set<Reason> LATER = Set.of(Reason.NO_ALARM, Reason.NOBODYS, Reason.NOT_SHOWN,
      Reason.CALCULATES, Reason.TWICE, Reason.NO_GROUP, Reason.OTHER_VERB, Reason.OTHER_MATTER, Reason.WRONG_FIELD);

  private final ModelGuard guard;

  GuardedDeployment(ModelGuard guard) {
    this.guard = guard;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    deployment.getResources().values().forEach(resource -> {
      var findings = guard.check(resource.getName(), resource.getBytes()).stream()
          .filter(finding -> deployment.isNew() || !LATER.contains(finding.reason())).toList();
      if (!findings.isEmpty()) {
        throw new ModelRefused(resource.getName(), findings);
      }
    });
  }
}
