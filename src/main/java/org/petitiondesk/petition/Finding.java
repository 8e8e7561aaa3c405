package org.petitiondesk.petition;

import java.util.List;
import org.petitiondesk.casefile.Outcome;
import org.petitiondesk.casefile.PointAnswer;

/**
 * The result for one demand point.
 *
 * @param facts what was found, and what is thought of the petitioner's reasons
 * @param basis law or policy
 * @param outcome with {@code CHANGE} the outcome in the place of the unit's; otherwise null
 */
public record Finding(int number, ReviewResult result, String facts, String basis, Outcome outcome) {

  /** Of several points: one order to handle anew is one in all, one change is one in all. */
  static ReviewResult inAll(List<Finding> findings) {
    return findings.stream().map(Finding::result).max(Enum::compareTo).orElseThrow();
  }

  PointAnswer answer() {
    return new PointAnswer(number, facts, basis, outcome);
  }
}
