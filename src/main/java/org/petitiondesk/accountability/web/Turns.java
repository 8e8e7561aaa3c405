package org.petitiondesk.accountability.web;

import java.util.List;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/** Whose turn it is. */
@Component("accountabilityTurns")
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
   * @param page the form's address as the model writes it
   * @param href the page of the work; empty when it is not the reader's
   */
  record Turn(String key, String page, String holder, String href) {}

  /** The open work of a case whose form lies under this address. */
  List<Turn> under(CaseId caseId, String page, Actor actor) {
    return processes.openTasks(caseId).stream().filter(task -> task.form().startsWith(page))
        .map(task -> new Turn(task.key(), task.form(), holder(task),
            processes.isFor(task, actor) ? "/inbox/items/" + task.id() : ""))
        .toList();
  }

  private String holder(OpenTask task) {
    return task.assignee().map(accounts::name).orElseGet(() -> units.name(Group.of(task.group()).unit()));
  }
}
