package org.petitiondesk.calendar.web;

import org.petitiondesk.calendar.Explanation.Day;
import org.petitiondesk.calendar.Explanation.DayKind;

/** The sign of a day on the wall calendar. Its colour says the same once more. */
enum Mark {
  START("bg-blue text-blue-fg"), COUNTED("bg-blue-lt"), EXTENDED("bg-purple-lt"), PAUSED("bg-yellow-lt"), DAY_OFF(
      "bg-secondary-lt"), HOLIDAY("bg-secondary-lt"),
  /** Counted out, but on a day off. */
  ROLLED("bg-orange-lt"), LAST("bg-red text-red-fg");

  private final String tone;

  Mark(String tone) {
    this.tone = tone;
  }

  public String tone() {
    return tone;
  }

  static Mark of(Day day) {
    return switch (day.verdict()) {
      case START -> START;
      case COUNTED -> COUNTED;
      case EXTENDED -> EXTENDED;
      case PAUSED -> PAUSED;
      case DAY_OFF -> day.kind() == DayKind.HOLIDAY ? HOLIDAY : DAY_OFF;
      case ROLLED, ROLLED_TO -> ROLLED;
    };
  }
}
