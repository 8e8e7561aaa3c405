package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Why a period ends on its day: each day from day zero to the last, counted or skipped, and the reason.
 *
 * @param remaining days still to be counted, of a clock whose pause has not ended; otherwise 0
 */
public record Explanation(Due due, int length, List<Day> days, boolean waiting, int remaining) {

  /** How a day entered the count. */
  public enum Verdict {
    /** Day zero: the day on which the period started. */
    START,
    /** Counted towards the term. */
    COUNTED,
    /** Counted towards an extension. */
    EXTENDED,
    /** Not counted: the term counts working days, and this is none. */
    DAY_OFF,
    /** Not counted: the clock was paused. */
    PAUSED,
    /** The count was complete, but the last day was a day off: the period ends later. */
    ROLLED,
    /** The working day on which the period ends after all. */
    ROLLED_TO;

    public boolean counted() {
      return this == COUNTED || this == EXTENDED;
    }
  }

  /** What kind of day the calendar says it is. */
  public enum DayKind {
    WORKING_DAY, WEEKEND, HOLIDAY, MAKE_UP_DAY
  }

  /**
   * One day of the walk.
   *
   * @param number how many days were counted up to and including this one
   * @param holiday the official day that makes it a holiday or a make-up day
   * @param reason of the pause or the extension
   */
  public record Day(LocalDate date, DayKind kind, Verdict verdict, int number, Optional<OfficialDay> holiday,
      Optional<String> reason) {

    public boolean off() {
      return kind == DayKind.WEEKEND || kind == DayKind.HOLIDAY;
    }
  }
}
