package org.petitiondesk.petition;

import java.util.HashSet;
import java.util.List;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Units;

/** The rules of every assignment: one lead that exists, co-handling units that exist, nobody twice. */
final class Assignments {

  private Assignments() {}

  static void check(Units units, String leadUnit, List<String> coUnits) {
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
  }
}
