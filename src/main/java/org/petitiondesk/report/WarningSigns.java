package org.petitiondesk.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.petitiondesk.calendar.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * Every figure of the last week beside its own past, the narrowest subject first: a warning of a place and a subject takes
 * the cases that a warning of the subject alone would only repeat.
 */
@Component
class WarningSigns {

  private static final int WEEK = 7;

  private final FigureTable table;
  private final StandingCases standing;
  private final WorkingDays workingDays;
  private final WarningSettings settings;

  WarningSigns(FigureTable table, StandingCases standing, WorkingDays workingDays, WarningSettings settings) {
    this.table = table;
    this.standing = standing;
    this.workingDays = workingDays;
    this.settings = settings;
  }

  /** @param last the last day that was counted */
  List<WarningSign> on(LocalDate last) {
    var weeks = weeks(last);
    var figures = table.between(last.minusDays((long) WEEK * (weeks + 1) - 1), last);
    var signs = new ArrayList<WarningSign>();
    signs.addAll(flows(figures, last, weeks, DailyFigure::registered,
        screened(figure -> WarningSubject.ofBoth(WarningKind.CLUSTER, figure.category(), figure.place()))));
    signs.addAll(flows(figures, last, weeks, DailyFigure::registered,
        screened(figure -> WarningSubject.ofCategory(WarningKind.RISE, figure.category()))));
    signs.addAll(flows(figures, last, weeks, DailyFigure::registered,
        figure -> Optional.of(WarningSubject.ofPlace(WarningKind.RISE, figure.place()))));
    signs.addAll(flows(figures, last, weeks, DailyFigure::registered,
        screened(figure -> WarningSubject.ofUnit(WarningKind.RISE, figure.unit()))));
    signs.addAll(flows(figures, last, weeks, DailyFigure::unsatisfied,
        figure -> Optional.of(WarningSubject.ofUnit(WarningKind.UNSATISFIED, figure.unit()))));
    signs.addAll(stocks(figures, last, weeks));
    standing.lastActs().forEach((unit, day) -> signs.add(new WarningSign(
        WarningSubject.ofUnit(WarningKind.STANDSTILL, unit), new History(standing.of(unit).size(), List.of()),
        Math.max(0, workingDays.between(day, last)))));
    return signs.stream().filter(sign -> sign.history().now() > 0).toList();
  }

  /** Whole weeks before the last one that were counted; 0 when they are too few to compare with. */
  private int weeks(LocalDate last) {
    var counted = table.firstDay().map(first -> (int) ChronoUnit.DAYS.between(first, last) + 1).orElse(0);
    var weeks = Math.min(settings.weeks(), counted / WEEK - 1);
    return weeks < settings.leastWeeks() ? 0 : weeks;
  }

  /** What nobody has screened yet has no subject, and is not yet the case of whose it will be. */
  private static Function<DailyFigure, Optional<WarningSubject>> screened(
      Function<DailyFigure, WarningSubject> subject) {
    return figure -> figure.category().isEmpty() ? Optional.empty() : Optional.of(subject.apply(figure));
  }

  /** What came in a week, week by week. */
  private static List<WarningSign> flows(List<DailyFigure> figures, LocalDate last, int weeks,
      ToIntFunction<DailyFigure> count, Function<DailyFigure, Optional<WarningSubject>> subject) {
    var sums = new LinkedHashMap<WarningSubject, int[]>();
    figures.forEach(figure -> subject.apply(figure).ifPresent(about -> sums.computeIfAbsent(about,
        none -> new int[weeks + 1])[weeksAgo(figure, last)] += count.applyAsInt(figure)));
    return signs(sums);
  }

  /** What there was on the same weekday, week by week. */
  private static List<WarningSign> stocks(List<DailyFigure> figures, LocalDate last, int weeks) {
    return flows(figures.stream().filter(figure -> figure.day().getDayOfWeek() == last.getDayOfWeek()).toList(), last,
        weeks, DailyFigure::overdue,
        figure -> Optional.of(WarningSubject.ofUnit(WarningKind.OVERDUE, figure.unit())));
  }

  private static List<WarningSign> signs(Map<WarningSubject, int[]> sums) {
    return sums.entrySet().stream().map(entry -> {
      var byWeek = Arrays.stream(entry.getValue()).boxed().toList();
      var before = new ArrayList<>(byWeek.subList(1, byWeek.size()));
      Collections.reverse(before);
      return new WarningSign(entry.getKey(), new History(byWeek.get(0), before), 0);
    }).toList();
  }

  private static int weeksAgo(DailyFigure figure, LocalDate last) {
    return (int) ChronoUnit.DAYS.between(figure.day(), last) / WEEK;
  }
}
