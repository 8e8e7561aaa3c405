package org.petitiondesk.calendar.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import org.petitiondesk.calendar.OfficialDay;
import org.petitiondesk.calendar.OfficialNotice;
import org.petitiondesk.kernel.Refused;

/**
 * One festival of the form, all as it was typed.
 *
 * @param from first day off
 * @param to last day off
 * @param work days on which work is made up, with blanks between
 */
record HolidayRow(String name, String from, String to, String work) {

  HolidayRow {
    name = name == null ? "" : name.strip();
    from = from == null ? "" : from.strip();
    to = to == null ? "" : to.strip();
    work = work == null ? "" : work.strip();
  }

  static HolidayRow named(String name) {
    return new HolidayRow(name, "", "", "");
  }

  boolean isEmpty() {
    return from.isEmpty() && to.isEmpty() && work.isEmpty();
  }

  Stream<OfficialDay> days(int number) {
    var first = day(from, number, "from");
    var last = to.isEmpty() ? first : day(to, number, "to");
    if (last.isBefore(first) || first.plusDays(31).isBefore(last)) {
      throw Refused.at(field(number, "to"), "calendar.refused.to-before-from");
    }
    return Stream.concat(first.datesUntil(last.plusDays(1)).map(day -> OfficialNotice.day(day, true, name)),
        Stream.of(work.split("[\\s,，、;；]+")).filter(text -> !text.isEmpty())
            .map(text -> OfficialNotice.day(day(text, number, "work"), false, name)));
  }

  private static LocalDate day(String text, int number, String field) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Refused.at(field(number, field), "calendar.refused.no-date");
    }
  }

  private static String field(int number, String field) {
    return "rows[" + number + "]." + field;
  }
}
