package org.petitiondesk.calendar.web;

import java.util.function.Predicate;
import org.petitiondesk.calendar.ClockStory;
import org.petitiondesk.calendar.Explanation;
import org.petitiondesk.calendar.Explanation.Day;
import org.petitiondesk.calendar.Explanation.Verdict;

/**
 * The days of an explanation added up.
 *
 * @param term days of the term itself
 * @param extended days that extensions added
 * @param rolled days between the complete count and the working day on which the period ends
 * @param waiting the clock stands still and the date is the earliest possible
 */
record Sum(int term, int extended, long counted, long paused, long off, long rolled, boolean waiting, int remaining) {

  static Sum of(ClockStory story) {
    var explanation = story.explanation();
    var term = story.clock().term().length();
    return new Sum(term, explanation.length() - term,
        explanation.days().isEmpty() ? explanation.length() : count(explanation, day -> day.verdict().counted()),
        count(explanation, day -> day.verdict() == Verdict.PAUSED),
        count(explanation, day -> day.verdict() == Verdict.DAY_OFF),
        count(explanation, day -> day.verdict() == Verdict.ROLLED || day.verdict() == Verdict.ROLLED_TO),
        explanation.waiting(), explanation.remaining());
  }

  private static long count(Explanation explanation, Predicate<Day> which) {
    return explanation.days().stream().filter(which).count();
  }
}
