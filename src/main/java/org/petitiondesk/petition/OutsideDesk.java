package org.petitiondesk.petition;

import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/** Where a matter goes that the handling unit must not decide about itself. */
@Component
class OutsideDesk {

  private final CaseFiles cases;
  private final Accounts accounts;
  private final Units units;

  OutsideDesk(CaseFiles cases, Accounts accounts, Units units) {
    this.cases = cases;
    this.accounts = accounts;
    this.units = units;
  }

  /** The group of the office that registered the case, unless it handled it itself: then of the nearest unit above. */
  Group of(CaseFile file, Role role) {
    var office = new Group(role, file.registeringUnit());
    return Stream.concat(Stream.of(office).filter(group -> !file.leadUnit().equals(Optional.of(group.unit()))),
        above(file.leadUnit().orElse(file.registeringUnit())).flatMap(unit -> Stream.of(new Group(Role.LEADER, unit),
            new Group(Role.REVIEWER, unit))))
        .filter(group -> isStaffed(file, group)).findFirst().orElse(office);
  }

  private boolean isStaffed(CaseFile file, Group group) {
    return accounts.inUnit(group.unit(), group.role()).stream()
        .anyMatch(account -> !cases.isAbout(file.id(), account));
  }

  private Stream<String> above(String unit) {
    return Stream.iterate(parent(unit), Optional::isPresent, above -> above.flatMap(this::parent)).map(Optional::get);
  }

  private Optional<String> parent(String unit) {
    return units.find(unit).flatMap(Unit::parent);
  }
}
