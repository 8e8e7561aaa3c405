package org.petitiondesk.engine;

import java.util.List;

/** What a decision table answered: its matching rows in the table's order. */
public record Fired(String decision, List<FiredRow> rows) {

  /** The only row, or the first; throws {@link IllegalStateException} naming the table when nothing matched. */
  public FiredRow single() {
    if (rows.isEmpty()) {
      throw new IllegalStateException("Decision table '" + decision + "' has no row for this input");
    }
    return rows.get(0);
  }
}
