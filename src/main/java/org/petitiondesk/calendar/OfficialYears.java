package org.petitiondesk.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The years whose official days are known, and how a further one is learned. */
@Component
@Transactional(readOnly = true)
public class OfficialYears {

  private final JdbcClient jdbc;
  private final WorkingDays workingDays;
  private final Clocks clocks;
  private final AuditTrail audit;
  private final Clock clock;

  OfficialYears(JdbcClient jdbc, WorkingDays workingDays, Clocks clocks, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.workingDays = workingDays;
    this.clocks = clocks;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param known otherwise only weekends are days off, and dates that reach into it are provisional
   */
  public record Year(int year, boolean known, String source, List<OfficialDay> days) {}

  /** The newest first: every known year, and those from this one to the next, known or not. */
  public List<Year> all() {
    var today = Dates.today(clock).getYear();
    var stored = jdbc.sql("select distinct extract(year from official_day) as year_of from calendar_day")
        .query((row, number) -> row.getInt("year_of")).list();
    return Stream.concat(stored.stream(), IntStream.rangeClosed(today, today + 1).boxed()).distinct()
        .sorted(Comparator.reverseOrder()).map(this::of).filter(year -> year.known() || year.year() >= today).toList();
  }

  public Year of(int year) {
    var days = jdbc.sql("""
        select official_day, kind, name, name_en from calendar_day where official_day between ? and ?
          order by official_day""").params(first(year), last(year))
        .query((row, number) -> new OfficialDay(row.getObject("official_day", LocalDate.class),
            row.getString("kind").equals("OFF"), row.getString("name"), row.getString("name_en")))
        .list();
    var source = jdbc.sql("select source from calendar_day where official_day = ?").param(LocalDate.of(year, 10, 1))
        .query(String.class).optional();
    return new Year(year, source.isPresent(), source.orElse(""), days);
  }

  /**
   * Takes in the notice of a year that is not known yet. Refused when a date that was issued would move.
   *
   * @return how many running clocks are no longer provisional
   */
  @Transactional
  public int learn(OfficialNotice notice, Actor actor) {
    if (of(notice.year()).known()) {
      throw Refused.at("year", "calendar.refused.year-known", String.valueOf(notice.year()));
    }
    var fresh = notice.days().stream().filter(day -> !isStored(day)).toList();
    var first = fresh.stream().map(OfficialDay::day).min(Comparator.naturalOrder()).orElseThrow();
    var learned = new OfficialCalendar(Stream.concat(stored().stream(), fresh.stream()).toList(),
        workingDays.rollsToWorkingDay());
    var moved = clocks.rehearse(learned, first).stream().filter(CalendarMove::moves).count();
    if (moved > 0) {
      throw Refused.because("calendar.refused.would-move", moved);
    }
    var sure = clocks.recalculate(learned, first, notice.source(), actor).size();
    for (var day : fresh) {
      jdbc.sql("insert into calendar_day (official_day, kind, name, name_en, source) values (?, ?, ?, ?, ?)")
          .params(day.day(), day.off() ? "OFF" : "WORK", day.name(), day.nameEn(), notice.source()).update();
    }
    audit.append(AuditTrail.HOUSE, actor, "calendar.year-learned",
        Map.of("year", notice.year(), "days", fresh.size(), "source", notice.source(), "clocks", sure));
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCompletion(int status) {
        workingDays.refresh();
      }
    });
    return sure;
  }

  /** A neighbouring year's notice may have named it already; then it must say the same. */
  private boolean isStored(OfficialDay day) {
    var stored = jdbc.sql("select kind from calendar_day where official_day = ?").param(day.day()).query(String.class)
        .optional();
    if (stored.isPresent() && stored.get().equals("OFF") != day.off()) {
      throw Refused.because("calendar.refused.contradiction", day.day());
    }
    return stored.isPresent();
  }

  private List<OfficialDay> stored() {
    return jdbc.sql("select official_day, kind, name, name_en from calendar_day")
        .query((row, number) -> new OfficialDay(row.getObject("official_day", LocalDate.class),
            row.getString("kind").equals("OFF"), row.getString("name"), row.getString("name_en")))
        .list();
  }

  private static LocalDate first(int year) {
    return LocalDate.of(year, 1, 1);
  }

  private static LocalDate last(int year) {
    return LocalDate.of(year, 12, 31);
  }
}
