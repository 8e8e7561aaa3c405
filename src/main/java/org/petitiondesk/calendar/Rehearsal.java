package org.petitiondesk.calendar;

import java.util.List;
import java.util.Optional;

/**
 * What a change of the official days would do to the open clocks today.
 *
 * @param moved clocks that get another date, of all cases
 * @param overdue those among them that are late at once
 * @param certain clocks that keep their date, which is no longer provisional
 * @param lines the first of those that move; a case that the reader may not see has no code
 */
public record Rehearsal(int moved, int overdue, int certain, List<Line> lines) {

  public record Line(CalendarMove move, Optional<String> code, boolean overdue) {}
}
