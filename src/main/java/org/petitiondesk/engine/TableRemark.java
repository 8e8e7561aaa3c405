package org.petitiondesk.engine;

import java.util.List;

/**
 * Something about the rows of a decision table that its designer should know; it keeps nothing from running.
 *
 * @param element id of the row, or of the table
 * @param rows the rows that it is about, as people count them
 * @param columns those that can not be read, by their labels
 * @param example facts for which it is so
 */
public record TableRemark(Kind kind, String element, int line, List<Integer> rows, List<String> columns,
    List<Given> example) {

  public enum Kind {
    /** There are facts for which no row answers. */
    GAP,
    /** Two rows answer where only one may. */
    OVERLAP,
    /** Earlier rows answer all that this one would. */
    COVERED,
    /** Some columns say more than words, numbers, days and yes or no, so it can not be told whether there are gaps. */
    UNTOLD,
    /** There are more combinations than can be looked at. */
    TOO_LARGE
  }

  /**
   * One fact of an example.
   *
   * @param value as people write it; empty: any other than the table names
   */
  public record Given(String column, String value) {}
}
