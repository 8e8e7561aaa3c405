package org.petitiondesk.inbox;

import java.util.Map;

/**
 * How much there is, without the lists.
 *
 * @param severities of the to-do list
 */
public record WorkListCounts(Map<WorkListTab, WorkListCount> lists, Map<Severity, WorkListCount> severities) {

  public WorkListCount of(WorkListTab list) {
    return lists.get(list);
  }

  public WorkListCount of(Severity severity) {
    return severities.get(severity);
  }
}
