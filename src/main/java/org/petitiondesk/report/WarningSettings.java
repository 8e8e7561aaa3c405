package org.petitiondesk.report;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this place warns. Thresholds, receivers and reaction times are rows of {@code warning_levels.dmn}.
 *
 * @param levels the most serious first; the table of rules names them by their codes
 * @param weeks that many weeks of history are looked at
 * @param leastWeeks with fewer there is too little history to compare with
 * @param settleDays so many days a day is counted again, until cases have their unit and category
 * @param quietDays so long after its answer the same thing does not warn again, unless it has become more serious
 * @param placeDepth which ancestor of a territory counts as its place: 1 the district, 2 the street, 3 the community
 */
@ConfigurationProperties("petition-desk.warning")
record WarningSettings(@DefaultValue List<Level> levels, @DefaultValue("8") int weeks,
    @DefaultValue("4") int leastWeeks, @DefaultValue("7") int settleDays, @DefaultValue("7") int quietDays,
    @DefaultValue("3") int placeDepth) {

  private static final List<Level> USUAL = List.of(new Level("RED", "red", ""), new Level("ORANGE", "orange", ""),
      new Level("YELLOW", "yellow", ""), new Level("BLUE", "blue", ""));

  WarningSettings {
    levels = levels.isEmpty() ? USUAL : List.copyOf(levels);
  }

  /**
   * @param colour a colour of the design: red, orange, yellow, blue, green, purple …
   * @param name as this place says it; empty for the usual name in the reader's language
   */
  public record Level(String code, String colour, String name) {}

  Optional<Level> level(String code) {
    return levels.stream().filter(level -> level.code().equals(code)).findFirst();
  }

  /** 0 for the most serious; what is not a level comes last. */
  int order(String code) {
    return level(code).map(levels::indexOf).orElse(levels.size());
  }
}
