package org.petitiondesk.petition;

import java.util.List;
import java.util.Optional;
import org.petitiondesk.casefile.Urgency;

/**
 * What the decision tables propose for screening. A proposal: the officer decides.
 *
 * @param leadUnit empty when no unit of the proposed function is responsible for the place
 * @param reasons one for each table, in the order category, route, unit, urgency, simple procedure
 */
public record Suggestion(String category, int route, String path, Optional<String> leadUnit, Urgency urgency,
    boolean simpleTrack, List<Reason> reasons) {

  /** The row of a table that fired, and what the designer wrote beside it. */
  public record Reason(String decision, String rule, int number, String text) {}

  public Optional<Reason> reason(String decision) {
    return reasons.stream().filter(reason -> reason.decision().equals(decision)).findFirst();
  }
}
