package org.petitiondesk.accountability;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing to be mended.
 *
 * @param owner account of the unit that answers for it
 * @param proof by what it will be seen that it is done
 * @param dueOn last day; always a working day when the calendar says so
 * @param inspectOn last day for the inspection, while it waits for one
 * @param steps what was said and done, the first one first
 */
public record Measure(int number, String text, String owner, String proof, LocalDate dueOn,
    Optional<LocalDate> inspectOn, State state, List<RectificationStep> steps) {

  /** Whose turn it is. */
  public enum State {
    /** The owner mends it. */
    WORKING,
    /** It is reported done and waits for its inspection. */
    COMPLETED,
    /** It was sent back too often; a leader above decides. */
    DIRECTION, ACCEPTED,
    /** Its rectification was taken back. */
    CANCELLED
  }

  public Measure {
    steps = List.copyOf(steps);
  }

  /** How often it was sent back. */
  public int failures() {
    return (int) count(RectificationStep.Kind.SENT_BACK);
  }

  /** How often a leader above has heard of it. */
  int raised() {
    return (int) count(RectificationStep.Kind.RAISED);
  }

  /** The last time that it was reported done. */
  Optional<RectificationStep> lastCompletion() {
    return steps.stream().filter(step -> step.kind() == RectificationStep.Kind.COMPLETED)
        .reduce((earlier, later) -> later);
  }

  /** Whether it stands in the hands of those who have to mend it. */
  boolean isWithTheUnit() {
    return state == State.WORKING || state == State.DIRECTION;
  }

  private long count(RectificationStep.Kind kind) {
    return steps.stream().filter(step -> step.kind() == kind).count();
  }
}
