package org.petitiondesk.matter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.ProcessVariable;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/**
 * The units that every process of its own may name: the matter's own, its street, the petition office of its district and
 * that of the level above. Where a level is missing the next one below does its work: nothing waits for a unit that there
 * is not.
 */
@Component
class MatterUnits {

  private static final ProcessVariable<String> OWN = ProcessVariable.text("ownUnit");
  private static final ProcessVariable<String> STREET = ProcessVariable.text("street");
  private static final ProcessVariable<String> DISTRICT = ProcessVariable.text("district");
  private static final ProcessVariable<String> CITY = ProcessVariable.text("city");

  private final Units units;

  MatterUnits(Units units) {
    this.units = units;
  }

  Facts of(String unit) {
    var line = lineage(unit);
    var street = line.stream().filter(each -> each.kind() == UnitKind.STREET).findFirst().map(Unit::id).orElse(unit);
    var governments = line.stream().filter(each -> each.kind() == UnitKind.GOVERNMENT).toList();
    var district = governments.stream().findFirst().map(this::office).orElse(street);
    var city = governments.stream().skip(1).findFirst().map(this::office).orElse(district);
    return OWN.with(unit).with(STREET, street).with(DISTRICT, district).with(CITY, city);
  }

  /** The unit and those above it, the nearest first. */
  private List<Unit> lineage(String unit) {
    return Stream
        .iterate(units.find(unit), Optional::isPresent, each -> each.flatMap(Unit::parent).flatMap(units::find))
        .map(Optional::get).toList();
  }

  /** A government acts through its petition office, if it has one. */
  private String office(Unit government) {
    return units.all().stream().filter(each -> each.kind() == UnitKind.PETITION_OFFICE)
        .filter(each -> each.parent().equals(Optional.of(government.id()))).findFirst().map(Unit::id)
        .orElse(government.id());
  }
}
