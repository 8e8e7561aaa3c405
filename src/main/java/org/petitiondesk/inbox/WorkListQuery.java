package org.petitiondesk.inbox;

import java.util.Optional;

/**
 * What of the list to show.
 *
 * @param text part of a title or of a case code; empty for everything
 * @param cursor as the page before gave it; empty for the first page
 */
public record WorkListQuery(WorkListTab tab, Optional<Severity> severity, String text, Optional<String> cursor) {

  public static WorkListQuery of(WorkListTab tab) {
    return new WorkListQuery(tab, Optional.empty(), "", Optional.empty());
  }

  WorkListQuery after(String next) {
    return new WorkListQuery(tab, severity, text, Optional.of(next));
  }
}
