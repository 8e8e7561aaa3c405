package org.petitiondesk.calendar;

/**
 * How long somebody has.
 *
 * @param rule law and article, as people quote them
 * @param target so many working days before the due date lies the day that the house sets itself; 0 for none
 */
public record Term(int length, TermUnit unit, String rule, int target) {

  public Term {
    if (length < 1 || length > 3660) {
      throw new IllegalArgumentException("A term has between 1 and 3660 days or hours, not " + length);
    }
  }

  public Term(int length, TermUnit unit, String rule) {
    this(length, unit, rule, 0);
  }
}
