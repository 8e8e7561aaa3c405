package org.petitiondesk.accountability;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.petitiondesk.calendar.DueClocks.Goal;
import org.petitiondesk.calendar.DueClocks;
import org.petitiondesk.calendar.LastingClocks;
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
  private final DueClocks clocks;

  RectificationClocks(RectificationRepository rectifications, DueClocks clocks) {
    this.rectifications = rectifications;
    this.clocks = clocks;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(CARRYING_OUT, INSPECTION);
  }

  /** Lets the clocks of the case run to what is due next by now. */
  void follow(CaseId caseId, Actor actor) {
    var open = rectifications.openOf(caseId);
    clocks.follow(caseId, CARRYING_OUT, next(open.stream().flatMap(each -> each.measures().stream()
        .filter(Measure::isWithTheUnit).map(measure -> new Goal(measure.dueOn(), each.unit())))), actor);
    clocks.follow(caseId, INSPECTION, next(open.stream().flatMap(each -> each.measures().stream()
        .flatMap(measure -> measure.inspectOn().stream()).map(day -> new Goal(day, each.office())))), actor);
  }

  private static Optional<Goal> next(Stream<Goal> goals) {
    return goals.min(Goal.FIRST);
  }
}
