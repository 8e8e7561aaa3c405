package org.petitiondesk.petition;

import java.util.HashSet;
import java.util.List;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;

/**
 * The rules of every assignment: one lead that exists, co-handling units that exist, nobody twice, and in each of them
 * somebody who can take it up. A matter assigned to a unit without handlers would lie there with nobody's name on it.
 */
final class Assignments {

  private Assignments() {}

  static void check(Units units, Accounts accounts, String leadUnit, List<String> coUnits) {
    if (leadUnit.isBlank()) {
      throw Refused.at("leadUnit", "petition.refused.no-lead");
    }
    if (units.find(leadUnit).isEmpty()) {
      throw Refused.at("leadUnit", "petition.refused.unknown-unit", leadUnit);
    }
    for (var unit : coUnits) {
      if (units.find(unit).isEmpty()) {
        throw Refused.at("coUnits", "petition.refused.unknown-unit", unit);
      }
    }
    if (coUnits.contains(leadUnit) || new HashSet<>(coUnits).size() < coUnits.size()) {
      throw Refused.at("coUnits", "petition.refused.unit-twice");
    }
    checkStaff(units, accounts, leadUnit, coUnits);
  }

  private static void checkStaff(Units units, Accounts accounts, String leadUnit, List<String> coUnits) {
    if (accounts.inUnit(leadUnit, Role.HANDLER).isEmpty() || accounts.inUnit(leadUnit, Role.LEADER).isEmpty()) {
      throw Refused.at("leadUnit", "petition.refused.unit-without-staff", units.name(leadUnit));
    }
    coUnits.stream().filter(unit -> accounts.inUnit(unit, Role.HANDLER).isEmpty()).findFirst().ifPresent(unit -> {
      throw Refused.at("coUnits", "petition.refused.unit-without-staff", units.name(unit));
    });
  }
}
