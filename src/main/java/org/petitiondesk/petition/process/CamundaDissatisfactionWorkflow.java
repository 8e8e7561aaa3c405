package org.petitiondesk.petition.process;

import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.petition.DissatisfactionWorkflow;
import org.petitiondesk.petition.PetitionDissatisfaction;
import org.springframework.stereotype.Component;

/** The process of a dissatisfied petitioner in the engine. */
@Component
class CamundaDissatisfactionWorkflow implements DissatisfactionWorkflow {

  private final Processes processes;

  CamundaDissatisfactionWorkflow(Processes processes) {
    this.processes = processes;
  }

  @Override
  public void begin(CaseId id, Group callers, String handlingUnit) {
    processes.start(PetitionDissatisfaction.KEY, id, PetitionDissatisfaction.CALLERS.with(callers.toString())
        .with(PetitionDissatisfaction.HANDLING_UNIT, handlingUnit));
  }

  @Override
  public void calledBack(String item, boolean sentBack, Actor actor) {
    processes.complete(item, actor, PetitionDissatisfaction.SENT_BACK.with(sentBack));
  }

  @Override
  public void redressed(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }
}
