package org.petitiondesk.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.UnsatisfiedCases;
import org.petitiondesk.people.Territories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts one day of the register. A report against a person is never counted: a figure that moves by one in a small place
 * would tell of it.
 */
@Repository
class RegisterFigures {

  /** Over {@code case_file c}: what the figures are made of. */
  static final String COUNTED = "c.demand_class <> 'REPORT' and (c.closing_state is null or c.closing_state <> 'NOT_ACCEPTED')";
  /** The unit whose case it is. */
  static final String UNIT = "coalesce(c.lead_unit, c.registering_unit)";
  /** A term that has run out, whatever its clock says; a clock that stands still for the petitioner is nobody's delay. */
  static final String OVERDUE = """
      exists (select 1 from clock k where k.case_id = c.id and not k.paused and k.started_on <= :day
        and k.due_on < :day and (k.stopped_on is null or k.stopped_on > :day))""";
  static final String OPEN = "c.registered_at < :until and (c.closed_at is null or c.closed_at >= :until)";

  private final JdbcClient jdbc;
  private final UnsatisfiedCases unsatisfied;
  private final Territories territories;
  private final WarningSettings settings;

  RegisterFigures(JdbcClient jdbc, UnsatisfiedCases unsatisfied, Territories territories, WarningSettings settings) {
    this.jdbc = jdbc;
    this.unsatisfied = unsatisfied;
    this.territories = territories;
    this.settings = settings;
  }

  private enum Figure {
    REGISTERED, CLOSED, OPEN, OVERDUE, UNSATISFIED, EXCLUDED
  }

  private record Place(String unit, String category, String place) {}

  List<DailyFigure> of(LocalDate day) {
    var from = begin(day);
    var until = begin(day.plusDays(1));
    var times = Map.<String, Object>of("from", Timestamp.from(from), "until", Timestamp.from(until), "day", day);
    var counted = new HashMap<Place, int[]>();
    count(counted, Figure.REGISTERED, "c.registered_at >= :from and c.registered_at < :until", times);
    count(counted, Figure.CLOSED, "c.closed_at >= :from and c.closed_at < :until", times);
    count(counted, Figure.OPEN, OPEN, times);
    count(counted, Figure.OVERDUE, OPEN + " and " + OVERDUE, times);
    count(counted, Figure.UNSATISFIED, unsatisfied.between(from, until));
    count(counted, Figure.EXCLUDED, unsatisfied.excludedBetween(from, until));
    return counted.entrySet().stream().map(entry -> figure(day, entry.getKey(), entry.getValue())).toList();
  }

  /** Days on which a rating was given that was excluded since the moment at which the day was counted. */
  List<LocalDate> excludedSince(Map<LocalDate, Instant> counted) {
    return counted.keySet().stream().min(Comparator.naturalOrder()).map(first -> unsatisfied.exclusions(begin(first))
        .stream().filter(each -> counted.getOrDefault(day(each.rated()), each.excluded()).isBefore(each.excluded()))
        .map(each -> day(each.rated())).distinct().toList()).orElse(List.of());
  }

  private static LocalDate day(Instant at) {
    return Dates.local(at).toLocalDate();
  }

  /** The day on which the first case was registered. */
  Optional<LocalDate> firstDay() {
    return jdbc.sql("select min(registered_at) as earliest from case_file").query(
        (rs, row) -> Optional.ofNullable(rs.getTimestamp("earliest"))
            .map(at -> day(at.toInstant())))
        .single();
  }

  /** A territory is counted at its community, however small a grid the case names. */
  String place(String territory) {
    var above = territories.find(territory).map(known -> territories.selfAndAbove(territory)).orElse(List.of());
    return above.size() <= settings.placeDepth() ? territory : above.get(above.size() - settings.placeDepth()).id();
  }

  /** The territories that count as this place. */
  Collection<String> territoriesOf(String place) {
    var within = territories.all().stream().map(each -> each.id()).filter(id -> place(id).equals(place)).toList();
    return within.isEmpty() ? List.of(place) : within;
  }

  /** The first level of a category; its codes are written {@code urban.noise}. */
  static String root(String category) {
    return category == null ? "" : category.split("\\.", 2)[0];
  }

  static Instant begin(LocalDate day) {
    return day.atStartOfDay(Dates.ZONE).toInstant();
  }

  private void count(Map<Place, int[]> counted, Figure figure, List<CaseId> cases) {
    if (!cases.isEmpty()) {
      count(counted, figure, "c.id in (:cases)", Map.of("cases", cases.stream().map(CaseId::value).toList()));
    }
  }

  private void count(Map<Place, int[]> counted, Figure figure, String condition, Map<String, Object> parameters) {
    jdbc.sql("select " + UNIT + " as unit_id, c.category, c.territory, count(*) as cases from case_file c where "
        + COUNTED + " and " + condition + " group by " + UNIT + ", c.category, c.territory").params(parameters)
        .query(rs -> {
          counted.computeIfAbsent(where(rs), none -> new int[Figure.values().length])[figure.ordinal()] += rs
              .getInt("cases");
        });
  }

  private Place where(ResultSet rs) throws SQLException {
    return new Place(rs.getString("unit_id"), root(rs.getString("category")), place(rs.getString("territory")));
  }

  private static DailyFigure figure(LocalDate day, Place place, int[] counted) {
    return new DailyFigure(day, place.unit(), place.category(), place.place(), counted[Figure.REGISTERED.ordinal()],
        counted[Figure.CLOSED.ordinal()], counted[Figure.OPEN.ordinal()], counted[Figure.OVERDUE.ordinal()],
        counted[Figure.UNSATISFIED.ordinal()], counted[Figure.EXCLUDED.ordinal()]);
  }
}
