package org.petitiondesk.petition;

import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the model of an objection does when it passes a service task. Runs in the engine's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ObjectionSteps {

  private final ObjectionRecords records;
  private final ObjectionClocks clocks;

  ObjectionSteps(ObjectionRecords records, ObjectionClocks clocks) {
    this.records = records;
    this.clocks = clocks;
  }

  /** The right is used; whoever has to decide has a day, and the petitioner waits no longer because of it. */
  public void register(CaseId id) {
    clocks.used(id);
    clocks.handlingGoesOn(id);
    passOn(id);
  }

  /** The next body has its own time. */
  public void passOn(CaseId id) {
    records.open(id).ifPresent(objection -> clocks.waitFor(id, objection.last().body()));
  }

  public void conclude(CaseId id) {
    clocks.decided(id);
  }
}
