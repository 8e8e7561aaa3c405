package org.petitiondesk.designer;

import java.util.List;
import org.petitiondesk.kernel.CaseId;

/**
 * One number of a replay, with the cases behind it.
 *
 * @param subject what it is about: the name of an element, a unit, a kind of clock, a row
 * @param before in the version in force
 * @param after in the draft
 * @param count of cases; of rows and clocks the number of times
 * @param cases the first of them
 */
public record ReplayLine(Kind kind, String subject, String before, String after, int count, List<CaseId> cases) {

  /** So many cases are kept of a number. */
  static final int MOST_CASES = 100;

  public enum Kind {
    /** It does not come to an end; {@code before} is the reason, {@code after} the engine's words. */
    STUCK,
    /** It ends otherwise. */
    END,
    /** A step that it did not pass. */
    STEP_ADDED,
    /** A step that it does not pass any more. */
    STEP_DROPPED,
    /** The table answers otherwise. */
    ANSWER,
    /** The last day of a clock is another one. */
    DUE,
    /** The clock would have run out before it was stopped. */
    LATE,
    /** The clock would not have run out any more. */
    IN_TIME,
    /** How often something is done about a clock that runs out. */
    ALARM,
    /** How much a unit has to do. */
    LOAD,
    /** How often a row of the draft answers; {@code before} is what is written beside it. */
    ROW,
    /** It can not be tried: what is on record does not lead through the version in force either. */
    UNTRIED
  }
}
