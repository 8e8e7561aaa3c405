package org.petitiondesk.petition;

import java.util.Map;
import java.util.Optional;
import org.petitiondesk.engine.Decisions;
import org.petitiondesk.engine.FiredRow;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/**
 * Who looks at an opinion once more: the table {@code petition_review_body} says where to look, the tree of units and
 * their functions say who that is. Never the unit that gave the opinion.
 */
@Component
class ReviewBodies {

  private static final String DISTRICT = "reconsideration";
  private static final String CITY = "final_review";

  private final Decisions decisions;
  private final Units units;

  ReviewBodies(Decisions decisions, Units units) {
    this.decisions = decisions;
    this.units = units;
  }

  /**
   * @param decided id of the unit that gave the opinion
   * @param level what is asked for
   * @param territory of the case
   * @return empty when the next higher body is not on this desk
   */
  Optional<Unit> of(String decided, OpinionKind level, String territory) {
    var unit = units.get(decided);
    var row = decisions.evaluate("petition_review_body",
        Map.of("unit", decided, "kind", unit.kind().name(), "level", level.level(), "district",
            competent(DISTRICT, territory, decided).isPresent(), "city",
            competent(CITY, territory, decided).isPresent(), "above", above(unit).isPresent()))
        .single();
    return body(row, unit, territory).filter(body -> !body.id().equals(decided));
  }

  private Optional<Unit> body(FiredRow row, Unit unit, String territory) {
    return switch (row.text("way")) {
      case "FUNCTION" -> competent(row.text("function"), territory, unit.id());
      case "ABOVE" -> above(unit);
      case "UNIT" -> units.find(row.text("function")).filter(body -> !body.dissolved());
      default -> Optional.empty();
    };
  }

  private Optional<Unit> competent(String function, String territory, String decided) {
    return units.competent(function, territory).filter(body -> !body.id().equals(decided));
  }

  private Optional<Unit> above(Unit unit) {
    return unit.parent().flatMap(units::find).filter(body -> !body.dissolved());
  }
}
