package org.petitiondesk.accountability;

/**
 * A node of the tree of causes, in the order of a nested list.
 *
 * @param depth 1 for the first "why", one more for each "why" below it
 * @param root a root cause: there is nothing below that the unit could change
 */
public record Cause(int place, int depth, String words, Kind kind, boolean root) {

  /** 直接原因, 深层原因 */
  public enum Kind {
    DIRECT, UNDERLYING
  }
}
