package org.petitiondesk.inbox;

import java.util.Optional;

/**
 * What of which list to show.
 *
 * @param cursor as the page before gave it; empty for the first page
 */
public record WorkListQuery(WorkListTab tab, WorkListFilter filter, WorkListSort sort, Optional<String> cursor) {

  public static WorkListQuery of(WorkListTab tab) {
    return new WorkListQuery(tab, WorkListFilter.NONE, WorkListSort.DUE, Optional.empty());
  }

  public WorkListQuery with(WorkListFilter narrowed) {
    return new WorkListQuery(tab, narrowed, sort, Optional.empty());
  }

  public WorkListQuery in(WorkListSort order) {
    return new WorkListQuery(tab, filter, order, Optional.empty());
  }

  public WorkListQuery after(String next) {
    return new WorkListQuery(tab, filter, sort, Optional.of(next));
  }
}
