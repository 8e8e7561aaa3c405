package org.petitiondesk.casefile.web;

import java.util.Comparator;
import java.util.List;
import org.petitiondesk.casefile.Categories;
import org.petitiondesk.people.Territories;
import org.petitiondesk.people.Territory;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/** For templates, as {@code @choices}: what a list to choose from offers, trees with their depth in front. */
@Component("choices")
class Choices {

  private static final String STEP = "　";

  private final Units units;
  private final Territories territories;
  private final Categories categories;

  Choices(Units units, Territories territories, Categories categories) {
    this.units = units;
    this.territories = territories;
    this.categories = categories;
  }

  public record Choice(String id, String label) {}

  public List<Choice> places() {
    return territories.all().stream().sorted(Comparator.comparing(Territory::path))
        .map(place -> new Choice(place.id(), STEP.repeat(depth(place.path())) + place.name())).toList();
  }

  public List<Choice> units() {
    return units.all().stream().sorted(Comparator.comparing(Unit::path))
        .map(unit -> new Choice(unit.id(), STEP.repeat(depth(unit.path())) + unit.name())).toList();
  }

  public List<Choice> categories() {
    return categories.ever().stream()
        .map(each -> new Choice(each.code(), STEP.repeat(each.level() - 1) + categories.label(each.code()))).toList();
  }

  /** A path is written {@code /district/street/}. */
  private static int depth(String path) {
    return (int) path.chars().filter(c -> c == '/').count() - 2;
  }
}
