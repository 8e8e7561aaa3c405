package org.petitiondesk.calendar;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The working days of this installation, read once and kept in memory. */
@Component
public class WorkingDays {

  private final JdbcClient jdbc;
  private final boolean rollToWorkingDay;
  private volatile OfficialCalendar calendar;

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

  /** Whether the official days of that year are known. */
  public boolean isKnown(int year) {
    return calendar().isKnown(year);
  }

  public OfficialCalendar calendar() {
    var known = calendar;
    if (known == null) {
      known = read();
      calendar = known;
    }
    return known;
  }

  boolean rollsToWorkingDay() {
    return rollToWorkingDay;
  }

  /** The days of a further year are in the database. */
  void refresh() {
    calendar = null;
  }

  private OfficialCalendar read() {
    var days = jdbc.sql("select official_day, kind, name, name_en from calendar_day")
        .query((rs, row) -> new OfficialDay(rs.getObject("official_day", LocalDate.class),
            rs.getString("kind").equals("OFF"), rs.getString("name"), rs.getString("name_en")))
        .list();
    return new OfficialCalendar(days, rollToWorkingDay);
  }
}
