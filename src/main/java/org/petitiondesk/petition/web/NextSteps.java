package org.petitiondesk.petition.web;

import java.util.List;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.SubstituteWork;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Who acts next on a case, in words. */
@Component
class NextSteps {

  private final Processes processes;
  private final SubstituteWork substituteWork;
  private final Accounts accounts;
  private final Units units;
  private final MessageSource messages;

  NextSteps(Processes processes, SubstituteWork substituteWork, Accounts accounts, Units units,
      MessageSource messages) {
    this.processes = processes;
    this.substituteWork = substituteWork;
    this.accounts = accounts;
    this.units = units;
    this.messages = messages;
  }

  /** What the reader can do comes first. */
  List<NextStep> of(CaseId id, Actor actor) {
    return processes.openTasks(id).stream().map(task -> of(task, actor))
        .sorted((one, other) -> Boolean.compare(other.isMine(), one.isMine())).toList();
  }

  private NextStep of(OpenTask task, Actor actor) {
    var hand = substituteWork.on(task.id(), actor).asWhom();
    var mine = task.assignee().map(hand.id()::equals)
        .orElseGet(() -> !task.group().isEmpty() && hand.belongsTo(Group.of(task.group())));
    var href = mine && !task.form().isEmpty()
        ? "/" + task.form().replace("{case}", task.caseId().toString()).replace("{item}", task.id())
        : "";
    return new NextStep(task.key(), name(task.processKey(), task.key(), task.name()), holder(task),
        task.assignee().isPresent(), href, task.createdAt());
  }

  /** Names in models are Chinese; other languages find their words by module and element. */
  String name(String processKey, String element, String drawn) {
    var module = processKey.replaceAll("_.*", "");
    return messages.getMessage(module + ".task." + element, null, drawn, LocaleContextHolder.getLocale());
  }

  private String holder(OpenTask task) {
    if (task.assignee().isPresent()) {
      return accounts.name(task.assignee().get());
    }
    if (task.group().isEmpty()) {
      return "";
    }
    var group = Group.of(task.group());
    return units.name(group.unit()) + " · "
        + messages.getMessage("people.role." + group.role(), null, LocaleContextHolder.getLocale());
  }
}
