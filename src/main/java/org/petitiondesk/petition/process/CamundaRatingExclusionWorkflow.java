package org.petitiondesk.petition.process;

import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.petition.PetitionRatingExclusion;
import org.petitiondesk.petition.RatingExclusionWorkflow;
import org.springframework.stereotype.Component;

/** The process of an exclusion in the engine. */
@Component
class CamundaRatingExclusionWorkflow implements RatingExclusionWorkflow {

  private final Processes processes;

  CamundaRatingExclusionWorkflow(Processes processes) {
    this.processes = processes;
  }

  @Override
  public void begin(CaseId id, Group signers) {
    processes.start(PetitionRatingExclusion.KEY, id, PetitionRatingExclusion.SIGNERS.with(signers.toString()));
  }

  @Override
  public void decided(String item, boolean excluded, Actor actor) {
    processes.complete(item, actor, PetitionRatingExclusion.EXCLUDED.with(excluded));
  }
}
