package org.petitiondesk.accountability;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.ClockTerms;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.Term;
import org.petitiondesk.calendar.TermUnit;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;

/** Clocks that run to a day which is written elsewhere, so that the alarms of all clocks chase it. */
@Component
class DueClocks {

  private final RectificationTimes times;
  private final Clocks clocks;
  private final ClockTerms terms;

  DueClocks(RectificationTimes times, Clocks clocks, ClockTerms terms) {
    this.times = times;
    this.clocks = clocks;
    this.terms = terms;
  }

  /** What a clock runs to, and in whose hands it is. */
  record Goal(LocalDate on, String unit) {

    static final Comparator<Goal> FIRST = Comparator.comparing(Goal::on).thenComparing(Goal::unit);
  }

  /** Lets the clock of this kind run to the goal by now; without one it stops. */
  void follow(CaseId caseId, String kind, Optional<Goal> goal, Actor actor) {
    var running = clocks.of(caseId).stream().filter(clock -> clock.running() && clock.kind().equals(kind)).findFirst();
    if (running.isPresent() && goal.filter(next -> isOf(next, running.get())).isPresent()) {
      return;
    }
    clocks.stop(caseId, kind, times.today(), actor);
    goal.ifPresent(next -> start(caseId, kind, next, actor));
  }

  /** The written day may be no working day: a clock then runs to the next one. */
  private boolean isOf(Goal goal, ClockState clock) {
    return clock.due().on().equals(times.lastDay(goal.on())) && clock.unit().equals(goal.unit());
  }

  /** A period has at least one day: what is due today, or was due before, began the day before. */
  private void start(CaseId caseId, String kind, Goal goal, Actor actor) {
    var from = List.of(times.today(), goal.on().minusDays(1)).stream().min(Comparator.naturalOrder()).orElseThrow();
    clocks.start(caseId, kind, new Term((int) ChronoUnit.DAYS.between(from, goal.on()), TermUnit.DAY,
        terms.of(kind).rule()), from, goal.unit(), actor);
  }
}
