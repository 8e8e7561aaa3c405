package org.petitiondesk.report;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Daily figures at rest. */
@Repository
class FigureTable {

  private final JdbcClient jdbc;

  FigureTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The day as it is counted now, instead of as it was counted before. */
  void replace(LocalDate day, List<DailyFigure> figures, Instant at) {
    // Whoever counts the same day at the same moment waits here.
    if (jdbc.sql("update figure_day set counted_at = ? where counted_on = ?").params(timestamp(at), day)
        .update() == 0) {
      jdbc.sql("insert into figure_day (counted_on, counted_at) values (?, ?)").params(day, timestamp(at)).update();
    }
    jdbc.sql("delete from daily_figure where counted_on = ?").param(day).update();
    figures.forEach(figure -> jdbc
        .sql(
            """
                insert into daily_figure (counted_on, unit_id, category, place, registered, closed, open_cases, overdue, unsatisfied, excluded)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(figure.day(), figure.unit(), figure.category(), figure.place(), figure.registered(), figure.closed(),
            figure.open(), figure.overdue(), figure.unsatisfied(), figure.excluded())
        .update());
  }

  List<DailyFigure> between(LocalDate from, LocalDate to) {
    return jdbc
        .sql(
            "select * from daily_figure where counted_on between ? and ? order by counted_on, unit_id, category, place")
        .params(from, to)
        .query((rs, row) -> new DailyFigure(rs.getObject("counted_on", LocalDate.class), rs.getString("unit_id"),
            rs.getString("category"), rs.getString("place"), rs.getInt("registered"), rs.getInt("closed"),
            rs.getInt("open_cases"), rs.getInt("overdue"), rs.getInt("unsatisfied"), rs.getInt("excluded")))
        .list();
  }

  /** Each day from that one on which has been counted, and when. */
  Map<LocalDate, Instant> countedSince(LocalDate first) {
    return jdbc.sql("select counted_on, counted_at from figure_day where counted_on >= ?").param(first)
        .query((rs, row) -> Map.entry(rs.getObject("counted_on", LocalDate.class),
            rs.getTimestamp("counted_at").toInstant()))
        .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Optional<LocalDate> firstDay() {
    return jdbc.sql("select min(counted_on) as bound from figure_day")
        .query((rs, row) -> Optional.ofNullable(rs.getObject("bound", LocalDate.class))).single();
  }

  Optional<LocalDate> lastDay() {
    return jdbc.sql("select max(counted_on) as bound from figure_day")
        .query((rs, row) -> Optional.ofNullable(rs.getObject("bound", LocalDate.class))).single();
  }

  /** False when another node has taken this night. */
  boolean begin(LocalDate night, Instant at) {
    return jdbc.sql("""
        insert into warning_night (night, started_at, raised, joined) values (?, ?, 0, 0) on conflict do nothing""")
        .params(night, timestamp(at)).update() == 1;
  }

  void finish(LocalDate night, Instant at, int raised, int joined) {
    jdbc.sql("update warning_night set finished_at = ?, raised = ?, joined = ? where night = ?")
        .params(timestamp(at), raised, joined, night).update();
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS));
  }
}
