package org.petitiondesk.calendar.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.petitiondesk.calendar.Explanation;
import org.petitiondesk.calendar.Explanation.Day;

/** One sheet of the wall calendar: weeks from Monday to Sunday. */
record Month(LocalDate first, List<List<Cell>> weeks) {

  /**
   * @param date null outside the month
   * @param day null when the count did not touch that day
   * @param mark null without a day
   */
  record Cell(LocalDate date, Day day, Mark mark) {}

  static List<Month> of(Explanation explanation) {
    if (explanation.days().isEmpty()) {
      return List.of();
    }
    var days = explanation.days().stream().collect(Collectors.toMap(Day::date, day -> day));
    var from = YearMonth.from(explanation.days().get(0).date());
    var last = explanation.days().get(explanation.days().size() - 1).date();
    return Stream.iterate(from, month -> !month.isAfter(YearMonth.from(last)), month -> month.plusMonths(1))
        .map(month -> new Month(month.atDay(1),
            weeks(month, date -> cell(date, days.get(date), !explanation.waiting() && date.equals(last)))))
        .toList();
  }

  private static List<List<Cell>> weeks(YearMonth month, Function<LocalDate, Cell> cell) {
    var weeks = new ArrayList<List<Cell>>();
    var monday = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
    for (; !YearMonth.from(monday).isAfter(month); monday = monday.plusWeeks(1)) {
      weeks.add(monday.datesUntil(monday.plusWeeks(1))
          .map(date -> YearMonth.from(date).equals(month) ? cell.apply(date) : new Cell(null, null, null)).toList());
    }
    return weeks;
  }

  private static Cell cell(LocalDate date, Day day, boolean last) {
    return new Cell(date, day, day == null ? null : last ? Mark.LAST : Mark.of(day));
  }
}
