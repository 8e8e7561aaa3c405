package org.petitiondesk.petition.process;

import java.util.UUID;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.petition.PetitionRecusal;
import org.petitiondesk.petition.RecusalWorkflow;
import org.springframework.stereotype.Component;

/** The process of a question of recusal in the engine. */
@Component
class CamundaRecusalWorkflow implements RecusalWorkflow {

  private static final String PAGE = "&recusal=";

  private final Processes processes;

  CamundaRecusalWorkflow(Processes processes) {
    this.processes = processes;
  }

  @Override
  public void begin(CaseId id, UUID recusal, Group deciders) {
    processes.start(PetitionRecusal.KEY, id, PetitionRecusal.RECUSAL_ID.with(recusal.toString())
        .with(PetitionRecusal.DECIDERS, deciders.toString()));
  }

  /** The model writes the question into the address of the page; read from the task, it can not be another's. */
  @Override
  public UUID about(CaseId id, String item, Actor actor) {
    var task = processes.require(item, actor);
    if (!task.caseId().equals(id) || !task.key().equals(PetitionRecusal.USER_DECIDE)) {
      throw new NotFound("petition.not-found.item");
    }
    return UUID.fromString(task.form().substring(task.form().indexOf(PAGE) + PAGE.length()));
  }

  @Override
  public void decided(String item, boolean barred, Actor actor) {
    processes.complete(item, actor, PetitionRecusal.BARRED.with(barred));
  }
}
