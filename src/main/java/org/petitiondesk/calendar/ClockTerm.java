package org.petitiondesk.calendar;

import java.util.OptionalInt;

/**
 * What the decision table {@code clock_terms} says of a kind of clock.
 *
 * @param length in its unit; empty when whoever sets the clock says how long (交办)
 * @param rule law and article, as people quote them
 * @param target so many working days (工作日) before the due date lies the house's own target; 0 for none
 * @param extension by how much it may be made longer in all, in its unit; 0 when it may not
 * @param extensions how many times
 */
public record ClockTerm(OptionalInt length, TermUnit unit, String rule, int target, int extension, int extensions) {

  /** Only of a clock whose length the table says. */
  public Term term() {
    return term(length.orElseThrow());
  }

  public Term term(int length) {
    return new Term(length, unit, rule, target);
  }
}
