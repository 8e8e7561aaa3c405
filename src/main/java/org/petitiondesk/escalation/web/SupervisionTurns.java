package org.petitiondesk.escalation.web;

import java.util.List;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.escalation.EscalationSupervision;
import org.petitiondesk.escalation.Supervision;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/** Whose turn it is in a supervision. */
@Component
class SupervisionTurns {

  private final Processes processes;
  private final Accounts accounts;
  private final Units units;

  SupervisionTurns(Processes processes, Accounts accounts, Units units) {
    this.processes = processes;
    this.accounts = accounts;
    this.units = units;
  }

  /**
   * @param key element of the model, for its name in words
   * @param href the page of the work; empty when it is not the reader's
   */
  record Turn(String key, String holder, String href) {}

  List<Turn> of(Supervision supervision, Actor actor) {
    return processes.openTasks(supervision.caseId()).stream()
        .filter(task -> task.processKey().equals(EscalationSupervision.KEY)
            && task.form().contains(supervision.id().toString()))
        .map(
            task -> new Turn(task.key(), holder(task), processes.isFor(task, actor) ? "/inbox/items/" + task.id() : ""))
        .toList();
  }

  private String holder(OpenTask task) {
    return task.assignee().map(accounts::name).orElseGet(() -> units.name(Group.of(task.group()).unit()));
  }
}
