package org.petitiondesk.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.petitiondesk.report.WarningRules.ReceiverRole;
import org.springframework.stereotype.Component;

/** Whose a warning is, found when it is given: a group in which somebody is, or the next one above. */
@Component
class WarningReceivers {

  private final Units units;
  private final Accounts accounts;

  WarningReceivers(Units units, Accounts accounts) {
    this.units = units;
    this.accounts = accounts;
  }

  /** @param unit that it is about; empty when it is about none */
  Group first(ReceiverRole role, String unit, String office) {
    var about = unit.isEmpty() ? office : unit;
    var wanted = switch (role) {
      case UNIT_LEADER -> leaders(about).stream().findFirst();
      case LEADER_ABOVE -> leaders(about).stream().filter(group -> !group.unit().equals(about)).findFirst();
      case OFFICE -> Optional.of(new Group(Role.OFFICER, office)).filter(this::isSomebodyThere);
      case OFFICE_LEADER -> Optional.<Group>empty();
    };
    var leader = new Group(Role.LEADER, office);
    return wanted.or(() -> Optional.of(leader).filter(this::isSomebodyThere))
        .or(() -> leaders(office).stream().findFirst())
        .or(() -> Optional.of(new Group(Role.OFFICER, office)).filter(this::isSomebodyThere)).orElse(leader);
  }

  /** The next leader above who has not had it yet; last of all the office's. */
  Optional<Group> above(Group now, String office, Set<Group> had) {
    return Stream.concat(leaders(now.unit()).stream(), leaders(office).stream())
        .filter(group -> !had.contains(group)).findFirst();
  }

  /** Of the unit and of those above it, the nearest first, where somebody is. */
  private List<Group> leaders(String unit) {
    return Stream.iterate(units.find(unit), Optional::isPresent, each -> each.get().parent().flatMap(units::find))
        .map(Optional::get).filter(each -> !each.dissolved()).map(Unit::id).map(id -> new Group(Role.LEADER, id))
        .filter(this::isSomebodyThere).toList();
  }

  private boolean isSomebodyThere(Group group) {
    return !accounts.inUnit(group.unit(), group.role()).isEmpty();
  }
}
