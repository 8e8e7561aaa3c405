package org.petitiondesk.petition.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/** The units that matters are assigned to, by kind. */
@Component
class UnitChoice {

  private final Units units;

  UnitChoice(Units units) {
    this.units = units;
  }

  Map<UnitKind, List<Unit>> byKind() {
    var byKind = new LinkedHashMap<UnitKind, List<Unit>>();
    for (var kind : List.of(UnitKind.DEPARTMENT, UnitKind.STREET, UnitKind.COMMUNITY, UnitKind.PETITION_OFFICE)) {
      var some = units.all().stream().filter(unit -> unit.kind() == kind && unit.function().isPresent()).toList();
      if (!some.isEmpty()) {
        byKind.put(kind, some);
      }
    }
    return byKind;
  }
}
