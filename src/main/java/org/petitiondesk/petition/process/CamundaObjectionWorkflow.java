package org.petitiondesk.petition.process;

import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.petition.ObjectionStep;
import org.petitiondesk.petition.ObjectionWorkflow;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionHandling;
import org.petitiondesk.petition.PetitionObjection;
import org.springframework.stereotype.Component;

/** The process of an objection in the engine. */
@Component
class CamundaObjectionWorkflow implements ObjectionWorkflow {

  private final Processes processes;

  CamundaObjectionWorkflow(Processes processes) {
    this.processes = processes;
  }

  @Override
  public void made(String item, ObjectionStep first, Actor actor) {
    processes.complete(item, actor, facts(first).with(PetitionAssignment.ACCEPTED, false));
  }

  @Override
  public void moved(String item, ObjectionStep step, Actor actor) {
    var facts = facts(step);
    processes.complete(item, actor,
        step.toUnit().map(unit -> facts.with(PetitionHandling.LEAD_UNIT, unit)).orElse(facts));
  }

  private static Facts facts(ObjectionStep step) {
    return PetitionObjection.STATE.with(step.state().name()).with(PetitionObjection.RULING_BODY, step.body());
  }
}
