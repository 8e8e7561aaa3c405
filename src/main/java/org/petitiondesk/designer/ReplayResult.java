package org.petitiondesk.designer;

import java.util.List;
import org.petitiondesk.designer.ReplayLine.Kind;

/**
 * What the draft would have changed.
 *
 * @param cases that were chosen
 * @param tried how many of them had something to do with the model and could be tried
 */
public record ReplayResult(int cases, int tried, List<ReplayLine> lines) {

  /** A change that more than one case can have in common; without lines of that kind there is no such change. */
  public List<ReplayLine> of(Kind kind) {
    return lines.stream().filter(line -> line.kind() == kind).toList();
  }

  /** How many differences there are; rows that answer and cases that could not be tried are none. */
  public int changes() {
    return lines.stream().filter(line -> line.kind() != Kind.ROW && line.kind() != Kind.UNTRIED)
        .mapToInt(ReplayLine::count).sum();
  }
}
