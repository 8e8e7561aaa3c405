package org.petitiondesk.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.petitiondesk.kernel.Refused;

/**
 * What the State Council's office announces once a year: days off, and weekend days on which work is made up.
 *
 * @param source where it was published
 */
public record OfficialNotice(int year, String source, List<OfficialDay> days) {

  private static final int LONGEST_SOURCE = 300;
  private static final int LONGEST_NAME = 60;

  private static final Map<String, String> ENGLISH = Map.of("元旦", "New Year", "春节", "Spring Festival", "清明节",
      "Qingming Festival", "劳动节", "Labour Day", "端午节", "Dragon Boat Festival", "中秋节", "Mid-Autumn Festival", "国庆节",
      "National Day", "国庆节、中秋节", "National Day and Mid-Autumn Festival");

  /** Refuses what can not be the notice of a whole year, and says which day is wrong. */
  public OfficialNotice {
    if (year < 2000 || year > 2100) {
      throw Refused.at("year", "calendar.refused.year");
    }
    source = source.strip();
    if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
      throw Refused.at("source", "calendar.refused.source");
    }
    days = List.copyOf(days);
    var seen = new HashSet<LocalDate>();
    for (var day : days) {
      if (!seen.add(day.day())) {
        throw Refused.because("calendar.refused.day-twice", day.day());
      }
      // A notice names days around New Year of its neighbours too, and none further away.
      if (day.day().isBefore(LocalDate.of(year, Month.JANUARY, 1).minusDays(10))
          || day.day().isAfter(LocalDate.of(year, Month.DECEMBER, 31).plusDays(10))) {
        throw Refused.because("calendar.refused.other-year", day.day(), String.valueOf(year));
      }
      if (!day.off() && !OfficialCalendar.isWeekend(day.day())) {
        throw Refused.because("calendar.refused.no-weekend", day.day());
      }
      if (day.name().isBlank() || day.name().length() > LONGEST_NAME) {
        throw Refused.because("calendar.refused.day-name", day.day());
      }
    }
    if (!new OfficialCalendar(days, false).isKnown(year)) {
      throw Refused.because("calendar.refused.not-a-year", String.valueOf(year));
    }
  }

  public static OfficialDay day(LocalDate day, boolean off, String name) {
    return new OfficialDay(day, off, name.strip(), ENGLISH.getOrDefault(name.strip(), name.strip()));
  }

  /** A file of the form {@code {"year": 2027, "papers": ["…"], "days": [{"name", "date", "isOffDay"}]}}. */
  public static OfficialNotice read(byte[] file) {
    try {
      var root = new ObjectMapper().readTree(file);
      var days = new ArrayList<OfficialDay>();
      root.path("days").forEach(day -> days.add(day(day)));
      var papers = new ArrayList<String>();
      root.path("papers").forEach(paper -> papers.add(paper.asText()));
      return new OfficialNotice(root.path("year").asInt(), String.join(" ", papers), days);
    } catch (IOException e) {
      throw Refused.at("file", "calendar.refused.no-json");
    }
  }

  private static OfficialDay day(JsonNode day) {
    var date = day.path("date").asText();
    if (!day.path("isOffDay").isBoolean()) {
      throw Refused.at("file", "calendar.refused.no-day", date);
    }
    try {
      return day(LocalDate.parse(date), day.path("isOffDay").asBoolean(), day.path("name").asText());
    } catch (DateTimeParseException e) {
      throw Refused.at("file", "calendar.refused.no-day", date);
    }
  }
}
