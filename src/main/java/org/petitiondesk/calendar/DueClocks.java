package org.petitiondesk.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.springframework.stereotype.Component;

/** Clocks that run to a day which is written elsewhere, so that the alarms of all clocks chase it. */
@Component
public class DueClocks {

  private final WorkingDays workingDays;
  private final Clocks clocks;
  private final ClockTerms terms;
  private final Clock clock;

  DueClocks(WorkingDays workingDays, Clocks clocks, ClockTerms terms, Clock clock) {
    this.workingDays = workingDays;
    this.clocks = clocks;
    this.terms = terms;
    this.clock = clock;
  }

  /** What a clock runs to, and in whose hands it is. */
  public record Goal(LocalDate on, String unit) {

    public static final Comparator<Goal> FIRST = Comparator.comparing(Goal::on).thenComparing(Goal::unit);
  }

  /** Lets the clock of this kind run to the goal by now; without one it stops. */
  public void follow(CaseId caseId, String kind, Optional<Goal> goal, Actor actor) {
    var running = clocks.of(caseId).stream().filter(clock -> clock.running() && clock.kind().equals(kind)).findFirst();
    if (running.isPresent() && goal.filter(next -> isOf(next, running.get())).isPresent()) {
      return;
    }
    clocks.stop(caseId, kind, Dates.today(clock), actor);
    goal.ifPresent(next -> start(caseId, kind, next, actor));
  }

  /** The written day may be no working day: a clock then runs to the next one. */
  private boolean isOf(Goal goal, ClockState clock) {
    return clock.due().on().equals(lastDay(goal.on())) && clock.unit().equals(goal.unit());
  }

  /** A period has at least one day: what is due today, or was due before, began the day before. */
  private void start(CaseId caseId, String kind, Goal goal, Actor actor) {
    var from = List.of(Dates.today(clock), goal.on().minusDays(1)).stream().min(Comparator.naturalOrder())
        .orElseThrow();
    clocks.start(caseId, kind, new Term((int) ChronoUnit.DAYS.between(from, goal.on()), TermUnit.DAY,
        terms.of(kind).rule()), from, goal.unit(), actor);
  }

  private LocalDate lastDay(LocalDate day) {
    return workingDays.isWorkingDay(day) || !workingDays.calendar().rollsToWorkingDay() ? day : workingDays.next(day);
  }
}
