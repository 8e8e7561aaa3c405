package org.petitiondesk.calendar;

/**
 * How long somebody has.
 *
 * @param rule law and article, as people quote them
 */
public record Term(int length, TermUnit unit, String rule) {

  public Term {
    if (length < 1 || length > 3660) {
      throw new IllegalArgumentException("A term has between 1 and 3660 days, not " + length);
    }
  }
}
