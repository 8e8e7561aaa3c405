package org.petitiondesk.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Lines of a sheet that people open with a spreadsheet program. What such a program would take for a formula is made a
 * text by a quote mark in front.
 */
public final class Csv {

  /** Begins the file, or the program reads Chinese as noise. */
  public static final String BOM = "\uFEFF";

  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private Csv() {}

  public static String line(Object... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(Object value) {
    var text = String.valueOf(value);
    var plain = text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    return '"' + plain.replace("\"", "\"\"") + '"';
  }
}
