package org.petitiondesk.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.petitiondesk.report.History;

/**
 * A figure and its past as a line, in the units of its drawing: {@value #WIDTH} wide, {@value #HEIGHT} high.
 *
 * @param points the oldest first, the last one is now
 * @param boundY where the largest usual figure lies
 */
public record HistoryChart(List<Point> points, double boundY, int usualUpTo) {

  public static final int WIDTH = 420;
  public static final int HEIGHT = 170;

  private static final int SIDE = 20;
  private static final int ABOVE = 28;
  private static final int BELOW = 34;

  /**
   * @param weeksAgo 0 for now
   */
  public record Point(double x, double y, int value, int weeksAgo) {}

  static HistoryChart of(History history) {
    var values = new ArrayList<>(history.before());
    values.add(history.now());
    var most = Math.max(history.usualUpTo(), values.stream().mapToInt(Integer::intValue).max().orElse(1));
    var last = values.size() - 1;
    var points = IntStream.rangeClosed(0, last)
        .mapToObj(i -> new Point(SIDE + i * (WIDTH - 2.0 * SIDE) / Math.max(last, 1), y(values.get(i), most),
            values.get(i), last - i))
        .toList();
    return new HistoryChart(points, y(history.usualUpTo(), most), history.usualUpTo());
  }

  /** As a polyline wants it. */
  public String line() {
    return points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
  }

  private static double y(int value, int most) {
    return Math.round(10 * (HEIGHT - BELOW - value * (HEIGHT - ABOVE - BELOW) / (double) Math.max(most, 1))) / 10.0;
  }
}
