package org.petitiondesk.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One figure beside its own past. The usual value is the median (中位数) of the periods before; the usual spread is 1.4826
 * times the median distance from it, and never less than the square root of the usual value, which is how far a count of
 * independent events strays by chance. One bad week in the past therefore moves neither. Periods are whole weeks, so that
 * every weekday is in each of them once.
 *
 * @param before the oldest first; empty: too little history
 */
public record History(int now, List<Integer> before) {

  /** Up to so many spreads above the median a figure is usual. */
  static final double USUAL = 2;

  /** Makes the median distance of normally distributed figures their standard deviation. */
  private static final double NORMAL = 1.4826;

  public History {
    before = List.copyOf(before);
  }

  /** Whether there is enough to compare with. */
  public boolean isKnown() {
    return !before.isEmpty();
  }

  public double median() {
    return median(before.stream().mapToDouble(Integer::doubleValue).toArray());
  }

  /** How far the figure strays usually; never 0. */
  public double spread() {
    var median = median();
    var distance = median(before.stream().mapToDouble(each -> Math.abs(each - median)).toArray());
    return Math.max(NORMAL * distance, Math.sqrt(Math.max(median, 1)));
  }

  /** So many spreads above the median; 0 when not above, -1 with too little history. */
  public double excess() {
    return isKnown() ? Math.max(0, (now - median()) / spread()) : -1;
  }

  /** The largest whole figure that is still usual. */
  public int usualUpTo() {
    return (int) Math.floor(median() + USUAL * spread());
  }

  /** As it is kept, {@code 3 4 2}. */
  String text() {
    return before.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  static History of(int now, String text) {
    return new History(now, text.isEmpty() ? List.of() : Arrays.stream(text.split(" ")).map(Integer::valueOf).toList());
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    var middle = sorted.length / 2;
    return sorted.length == 0
        ? 0
        : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
