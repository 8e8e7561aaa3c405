package org.petitiondesk.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The working days of this installation in all their versions, kept in memory. */
@Component
public class WorkingDays {

  /** So long a change that was just approved may not be known here, on this and on every other node. */
  private static final long FRESH = Duration.ofSeconds(1).toNanos();

  private final JdbcClient jdbc;
  private final boolean rollToWorkingDay;
  private volatile Versions versions;

  /** As they were when they were last asked for. */
  private record Versions(TreeMap<Integer, OfficialCalendar> all, long at) {

    boolean fresh() {
      return System.nanoTime() - at < FRESH;
    }
  }

  WorkingDays(JdbcClient jdbc,
      @Value("${petition-desk.calendar.roll-to-working-day:true}") boolean rollToWorkingDay) {
    this.jdbc = jdbc;
    this.rollToWorkingDay = rollToWorkingDay;
  }

  public boolean isWorkingDay(LocalDate day) {
    return calendar().isWorkingDay(day);
  }

  /** Working days after {@code from} up to and including {@code to}; negative when {@code to} is the earlier one. */
  public int between(LocalDate from, LocalDate to) {
    return calendar().between(from, to);
  }

  /** The first working day after this day. */
  public LocalDate next(LocalDate day) {
    return calendar().next(day);
  }

  /** The last day of a term of days or working days that begins on this one. */
  public LocalDate lastDay(LocalDate from, Term term) {
    return DueDate.due(List.of(LedgerEntry.start(from, term, "")), calendar()).on();
  }

  /** Whether the official days of that year are known. */
  public boolean isKnown(int year) {
    return calendar().isKnown(year);
  }

  /** The version in force. */
  public OfficialCalendar calendar() {
    return versions().all().lastEntry().getValue();
  }

  /** The version that a ledger names. */
  OfficialCalendar calendar(int version) {
    return versions().all().floorEntry(version).getValue();
  }

  boolean rollsToWorkingDay() {
    return rollToWorkingDay;
  }

  /** A change was approved here. */
  void refresh() {
    versions = null;
  }

  private Versions versions() {
    var known = versions;
    if (known != null && known.fresh()) {
      return known;
    }
    if (known != null && known.all().lastKey() == newest()) {
      known = new Versions(known.all(), System.nanoTime());
    } else {
      known = new Versions(read(), System.nanoTime());
    }
    versions = known;
    return known;
  }

  private int newest() {
    return jdbc.sql("select max(version) from calendar_change").query(Integer.class).single();
  }

  /** Each version has the days of every year as its newest change up to then names them. */
  private TreeMap<Integer, OfficialCalendar> read() {
    var years = new HashMap<Integer, List<OfficialDay>>();
    var byVersion = new TreeMap<Integer, Map<Integer, List<OfficialDay>>>();
    jdbc.sql("""
        select c.version, c.year_of, d.official_day, d.kind, d.name, d.name_en
          from calendar_change c join calendar_change_day d on d.change_id = c.id
          where c.version is not null order by c.version""")
        .query((RowCallbackHandler) rs -> byVersion
            .computeIfAbsent(rs.getInt("version"), version -> new HashMap<>())
            .computeIfAbsent(rs.getInt("year_of"), year -> new ArrayList<>()).add(day(rs)));
    var calendars = new TreeMap<Integer, OfficialCalendar>();
    byVersion.forEach((version, changed) -> {
      years.putAll(changed);
      calendars.put(version,
          new OfficialCalendar(years.values().stream().flatMap(List::stream).toList(), rollToWorkingDay, version));
    });
    return calendars;
  }

  static OfficialDay day(ResultSet rs) throws SQLException {
    return new OfficialDay(rs.getObject("official_day", LocalDate.class), rs.getString("kind").equals("OFF"),
        rs.getString("name"), rs.getString("name_en"));
  }
}
