package org.petitiondesk.accountability;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.ClockTerms;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.LastingClocks;
import org.petitiondesk.calendar.Term;
import org.petitiondesk.calendar.TermUnit;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;

/**
 * The clocks of rectification: one of a case runs to the next day on which a unit has to be done with a measure, one to
 * the next day on which an inspection is due, so that the alarms of all clocks chase these too. They outlive the case.
 */
@Component
class RectificationClocks implements LastingClocks {

  static final String CARRYING_OUT = "rectification";
  static final String INSPECTION = "rectification_inspection";

  private final RectificationRepository rectifications;
  private final RectificationTimes times;
  private final Clocks clocks;
  private final ClockTerms terms;

  RectificationClocks(RectificationRepository rectifications, RectificationTimes times, Clocks clocks,
      ClockTerms terms) {
    this.rectifications = rectifications;
    this.times = times;
    this.clocks = clocks;
    this.terms = terms;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(CARRYING_OUT, INSPECTION);
  }

  /** What a clock runs to, and in whose hands it is. */
  private record Goal(LocalDate on, String unit) {

    boolean isOf(ClockState clock) {
      return clock.due().on().equals(on) && clock.unit().equals(unit);
    }
  }

  /** Lets the clocks of the case run to what is due next by now. */
  void follow(CaseId caseId, Actor actor) {
    var open = rectifications.openOf(caseId);
    follow(caseId, CARRYING_OUT, next(open.stream().flatMap(each -> each.measures().stream()
        .filter(Measure::isWithTheUnit).map(measure -> new Goal(measure.dueOn(), each.unit())))), actor);
    follow(caseId, INSPECTION, next(open.stream().flatMap(each -> each.measures().stream()
        .flatMap(measure -> measure.inspectOn().stream()).map(day -> new Goal(day, each.office())))), actor);
  }

  private void follow(CaseId caseId, String kind, Optional<Goal> goal, Actor actor) {
    var running = clocks.of(caseId).stream().filter(clock -> clock.running() && clock.kind().equals(kind)).findFirst();
    if (running.isPresent() && goal.filter(next -> next.isOf(running.get())).isPresent()) {
      return;
    }
    clocks.stop(caseId, kind, times.today(), actor);
    goal.ifPresent(next -> start(caseId, kind, next, actor));
  }

  /** A period has at least one day: what is due today, or was due before, began the day before. */
  private void start(CaseId caseId, String kind, Goal goal, Actor actor) {
    var from = List.of(times.today(), goal.on().minusDays(1)).stream().min(Comparator.naturalOrder()).orElseThrow();
    var rule = terms.of(kind).rule();
    clocks.start(caseId, kind, new Term((int) ChronoUnit.DAYS.between(from, goal.on()),
        TermUnit.DAY, rule), from, goal.unit(), actor);
  }

  private static Optional<Goal> next(Stream<Goal> goals) {
    return goals.min(Comparator.comparing(Goal::on).thenComparing(Goal::unit));
  }
}
