package org.petitiondesk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;

/** What must be true of a case whatever was done to it: somebody has it, and the work list says what the engine says. */
class Soundness {

  private final Processes processes;
  private final Reconcile reconcile;
  private final Set<CaseId> watched = new LinkedHashSet<>();

  Soundness(Processes processes, Reconcile reconcile) {
    this.processes = processes;
    this.reconcile = reconcile;
  }

  CaseId watch(CaseId id) {
    watched.add(id);
    return id;
  }

  /** Of every case that was watched: for those that are over, only the list is compared. */
  void check(Set<CaseId> over) {
    assertThat(watched).isNotEmpty().filteredOn(id -> !over.contains(id))
        .allSatisfy(id -> assertThat(processes.openTasks(id)).as("open items").isNotEmpty());
    assertThat(reconcile.differences(reconcile.run(false, Actor.SYSTEM).id()))
        .noneMatch(difference -> watched.contains(difference.caseId()));
  }
}
