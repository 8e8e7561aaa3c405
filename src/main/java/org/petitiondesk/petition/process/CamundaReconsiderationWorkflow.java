package org.petitiondesk.petition.process;

import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.NotFound;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionReconsideration;
import org.petitiondesk.petition.ReconsiderationWorkflow;
import org.springframework.stereotype.Component;

/** The process of a reconsideration in the engine. */
@Component
class CamundaReconsiderationWorkflow implements ReconsiderationWorkflow {

  private final Processes processes;

  CamundaReconsiderationWorkflow(Processes processes) {
    this.processes = processes;
  }

  @Override
  public void begin(CaseId id, String body, Facts known, Actor actor) {
    var asked = PetitionReconsideration.REVIEW_BODY.with(body).with(PetitionReconsideration.REVIEWER, "");
    if (!processes.correlate(PetitionHandling.RECONSIDERATION_ASKED, id, asked, actor)) {
      processes.restart(PetitionHandling.KEY, id, PetitionHandling.CALL_RECONSIDERATION,
          known.with(PetitionReconsideration.REVIEW_BODY, body).with(PetitionReconsideration.REVIEWER, ""));
    }
  }

  @Override
  public void requireItem(CaseId id, String item, String key, Actor actor) {
    var task = processes.require(item, actor);
    if (!task.caseId().equals(id) || !task.processKey().equals(PetitionReconsideration.KEY)
        || !task.key().equals(key)) {
      throw new NotFound("petition.not-found.item");
    }
  }

  @Override
  public void admitted(String item, boolean admitted, Actor actor) {
    processes.complete(item, actor, PetitionReconsideration.ADMITTED.with(admitted)
        .with(PetitionReconsideration.REVIEWER, actor.asWhom().id()));
  }

  @Override
  public void examined(String item, boolean hearingWanted, Actor actor) {
    processes.complete(item, actor, PetitionReconsideration.HEARING_WANTED.with(hearingWanted));
  }

  @Override
  public void hearingDecided(String item, boolean approved, Actor actor) {
    processes.complete(item, actor, PetitionReconsideration.HEARING_APPROVED.with(approved));
  }

  @Override
  public void approved(String item, boolean approved, Actor actor) {
    processes.complete(item, actor, PetitionReconsideration.OPINION_APPROVED.with(approved));
  }

  @Override
  public void done(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }

  @Override
  public boolean withdrawn(CaseId id, Actor actor) {
    return processes.correlate(PetitionReconsideration.RECONSIDERATION_WITHDRAWN, id, Facts.none(), actor);
  }

  @Override
  public boolean isWithdrawable(CaseId id) {
    return processes.isAwaited(PetitionReconsideration.RECONSIDERATION_WITHDRAWN, id);
  }

  @Override
  public boolean opinionDelivered(CaseId id) {
    return processes.correlate(PetitionReconsideration.OPINION_DELIVERED, id, Facts.none(), Actor.SYSTEM);
  }

  @Override
  public boolean opinionUndeliverable(CaseId id) {
    return processes.correlate(PetitionReconsideration.OPINION_UNDELIVERABLE, id, Facts.none(), Actor.SYSTEM);
  }
}
