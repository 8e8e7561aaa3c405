package org.petitiondesk.inbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.PersonBarred;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody has in hand of a case from which they are kept from now on: it goes back to the colleagues of its group,
 * or where there are none, to the nearest leader. So does what arises later. Runs after those who know whose case it is have put somebody else there.
 */
@Component
@Order(2)
class BarredItems {

  private final WorkItems items;
  private final Words words;
  private final CaseFiles cases;
  private final Processes processes;
  private final Accounts accounts;
  private final Units units;

  BarredItems(WorkItems items, Words words, CaseFiles cases, Processes processes, Accounts accounts, Units units) {
    this.items = items;
    this.words = words;
    this.cases = cases;
    this.processes = processes;
    this.accounts = accounts;
    this.units = units;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(PersonBarred barred) {
    items.openOf(List.of(barred.caseId())).stream()
        .filter(item -> item.source() == ItemSource.TASK && !item.group().isEmpty())
        .forEach(item -> handOn(item, barred.account()));
    words.hide(barred.caseId(), Actor.SYSTEM);
  }

  /**
   * A new item never waits for somebody who is kept from its case, nor for a group of which nobody may do it: the model
   * remembers who did the step before, or knows only the group. A report goes to those who are named on it.
   */
  void arrived(WorkItem item) {
    if (item.group().isEmpty() || item.isOfReport() || !cases.keepsOut(item.caseId())) {
      return;
    }
    item.assignee().ifPresentOrElse(holder -> {
      if (cases.isBarred(item.caseId(), accounts.get(holder))) {
        handOn(item, holder);
      }
    }, () -> handOn(item, ""));
    items.isNew(item.id());
  }

  private void handOn(WorkItem item, String account) {
    var held = item.assignee().equals(Optional.of(account));
    if (!held && item.assignee().isPresent()) {
      return;
    }
    var group = Group.of(item.group());
    if (accounts.inUnit(group.unit(), group.role()).stream().anyMatch(colleague -> mayDo(item, colleague))) {
      if (held) {
        processes.putBack(item.id(), Actor.SYSTEM);
      }
    } else {
      leader(item, group.unit()).ifPresent(
          leader -> processes.transfer(item.id(), leader.id(), "", Actor.SYSTEM));
    }
  }

  /** Of the unit, of the nearest one above it that has a leader who may, or of the office that registered the case. */
  private Optional<Account> leader(WorkItem item, String unit) {
    return Stream.concat(Stream.iterate(units.find(unit), Optional::isPresent,
        known -> known.flatMap(Unit::parent).flatMap(units::find)).map(known -> known.get().id()),
        Stream.of(item.caseUnit()))
        .flatMap(id -> accounts.inUnit(id, Role.LEADER).stream())
        .filter(leader -> !cases.isBarred(item.caseId(), leader)).findFirst();
  }

  private boolean mayDo(WorkItem item, Account colleague) {
    return item.isOfReport()
        ? cases.sees(item.caseId(), colleague.actor())
        : !cases.isBarred(item.caseId(), colleague);
  }
}
