package org.petitiondesk.escalation;

import java.util.List;
import java.util.stream.Stream;
import org.petitiondesk.calendar.CalendarApprovers;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/** The leader of a petition office knows what a date means; an administrator may approve other official days too. */
@Component
class OfficialDayApprovers implements CalendarApprovers {

  private final Accounts accounts;
  private final Units units;

  OfficialDayApprovers(Accounts accounts, Units units) {
    this.accounts = accounts;
    this.units = units;
  }

  @Override
  public boolean mayApprove(Actor actor) {
    return actor.has(Role.ADMINISTRATOR)
        || actor.has(Role.LEADER) && units.find(actor.unit()).filter(OfficialDayApprovers::isOffice).isPresent();
  }

  /** Whom to ask, one after the other, where there is somebody but the one who proposes. */
  List<Group> but(String proposedBy) {
    return Stream.concat(
        units.all().stream().filter(OfficialDayApprovers::isOffice).map(unit -> new Group(Role.LEADER, unit.id())),
        accounts.all().stream().map(Account::unit).filter(unit -> !unit.isEmpty()).distinct()
            .map(unit -> new Group(Role.ADMINISTRATOR, unit)))
        .filter(group -> accounts.inUnit(group.unit(), group.role()).stream()
            .anyMatch(account -> account.enabled() && !account.id().equals(proposedBy)))
        .toList();
  }

  private static boolean isOffice(Unit unit) {
    return unit.kind() == UnitKind.PETITION_OFFICE;
  }
}
