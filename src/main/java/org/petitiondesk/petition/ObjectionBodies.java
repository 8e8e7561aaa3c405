package org.petitiondesk.petition;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/**
 * Who rules on an objection: the lowest unit above both sides, then the unit that calls the joint meeting (联席会议).
 * Neither side, and somebody there who may lead and has had no hand in it.
 */
@Component
class ObjectionBodies {

  /** Function of the unit that calls the joint meeting of its territory. */
  private static final String MEETING = "joint_meeting";

  private final CaseFiles cases;
  private final Accounts accounts;
  private final Units units;

  ObjectionBodies(CaseFiles cases, Accounts accounts, Units units) {
    this.cases = cases;
    this.accounts = accounts;
    this.units = units;
  }

  Optional<String> superior(CaseFile file, Objection objection) {
    var above = above(objection.sender()).collect(Collectors.toSet());
    return above(objection.unit()).filter(above::contains).filter(unit -> mayRule(file, objection, unit)).findFirst();
  }

  /** Without a unit of that function, or when it is a side itself, the nearest one above a side. */
  Optional<String> meeting(CaseFile file, Objection objection) {
    return Stream.of(units.competent(MEETING, file.territory()).map(Unit::id).stream(), above(objection.sender()),
        above(objection.unit())).flatMap(each -> each).filter(unit -> mayRule(file, objection, unit)).findFirst();
  }

  private boolean mayRule(CaseFile file, Objection objection, String unit) {
    var hands = objection.hands().collect(Collectors.toSet());
    return !objection.isSide(unit) && accounts.inUnit(unit, Role.LEADER).stream()
        .anyMatch(leader -> !hands.contains(leader.id()) && !cases.isAbout(file.id(), leader));
  }

  private Stream<String> above(String unit) {
    return Stream.iterate(parent(unit), Optional::isPresent, above -> above.flatMap(each -> parent(each.id())))
        .map(Optional::get).filter(each -> !each.dissolved()).map(Unit::id);
  }

  private Optional<Unit> parent(String unit) {
    return units.find(unit).flatMap(Unit::parent).flatMap(units::find);
  }
}
