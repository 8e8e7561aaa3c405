package org.petitiondesk.dispute.web;

import java.util.List;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/** Whose turn it is in a dispute. */
@Component("disputeTurns")
class Turns {

  private final Processes processes;
  private final Accounts accounts;
  private final Units units;

  Turns(Processes processes, Accounts accounts, Units units) {
    this.processes = processes;
    this.accounts = accounts;
    this.units = units;
  }

  /**
   * @param key element of the model, for its name in words
   * @param href the page of the work; empty when it is not the reader's
   */
  record Turn(String key, String holder, String href) {}

  List<Turn> of(CaseId id, Actor actor) {
    return processes.openTasks(id).stream().filter(task -> task.form().startsWith("disputes/"))
        .map(
            task -> new Turn(task.key(), holder(task), processes.isFor(task, actor) ? "/inbox/items/" + task.id() : ""))
        .toList();
  }

  private String holder(OpenTask task) {
    return task.assignee().map(accounts::name).orElseGet(() -> units.name(Group.of(task.group()).unit()));
  }
}
