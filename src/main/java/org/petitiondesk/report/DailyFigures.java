package org.petitiondesk.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.kernel.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The figures of every day that is over, counted from the register and kept. */
@Component
public class DailyFigures {

  private final FigureTable table;
  private final RegisterFigures register;
  private final WarningSettings settings;
  private final Clock clock;
  private final TransactionTemplate each;

  DailyFigures(FigureTable table, RegisterFigures register, WarningSettings settings, Clock clock,
      PlatformTransactionManager transactions) {
    this.table = table;
    this.register = register;
    this.settings = settings;
    this.clock = clock;
    each = new TransactionTemplate(transactions);
  }

  /** Of the days from one to the other, both included; days that are not over have none. */
  @Transactional(readOnly = true)
  public List<DailyFigure> between(LocalDate from, LocalDate to) {
    return table.between(from, to);
  }

  /** The first day that was counted; empty before the first night. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> firstDay() {
    return table.firstDay();
  }

  /** Ratings of the unit that are not in its figures of the weeks that were compared up to that day. */
  @Transactional(readOnly = true)
  public int excluded(String unit, LocalDate last) {
    return table.between(last.minusDays(7L * (settings.weeks() + 1) - 1), last).stream()
        .filter(figure -> figure.unit().equals(unit)).mapToInt(DailyFigure::excluded).sum();
  }

  /**
   * Counts every day up to yesterday that was missed, and once more those that have not settled. The first time it begins
   * where the register or the history that is looked at begins. So is, as far as that history goes, every day of which a
   * rating was excluded since it was counted. Done twice it is the same.
   */
  void countUp() {
    var yesterday = Dates.today(clock).minusDays(1);
    var earliest = yesterday.minusDays(7L * (settings.weeks() + 1) - 1);
    var settling = yesterday.minusDays(settings.settleDays() - 1L);
    var first = table.lastDay().map(last -> earlier(last.plusDays(1), later(settling, table.firstDay().orElseThrow())))
        .or(register::firstDay).map(day -> later(day, earliest));
    first.filter(day -> !day.isAfter(yesterday))
        .ifPresent(day -> day.datesUntil(yesterday.plusDays(1)).forEach(this::count));
    register.excludedSince(table.countedSince(earliest)).forEach(this::count);
  }

  private void count(LocalDate day) {
    each.executeWithoutResult(status -> table.replace(day, register.of(day), clock.instant()));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
