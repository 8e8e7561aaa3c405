package org.petitiondesk.report;

import java.time.LocalDate;

/**
 * What one day brought to one unit in one first-level category at one place, reports against persons (检举控告) and what
 * was not accepted left out.
 *
 * @param unit which leads the case, or registered it as long as none does
 * @param category empty for cases that nobody has screened yet
 * @param place see {@link WarningSettings#placeDepth}
 * @param open at the end of the day
 * @param overdue of those, with a legal date before that day
 * @param unsatisfied rated so on that day
 * @param excluded how many more were, whose rating does not count: by evidence and two signatures
 */
public record DailyFigure(LocalDate day, String unit, String category, String place, int registered, int closed,
    int open, int overdue, int unsatisfied, int excluded) {}
