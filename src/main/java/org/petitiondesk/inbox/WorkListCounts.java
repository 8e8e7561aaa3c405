package org.petitiondesk.inbox;

import java.util.Map;

/**
 * How much there is, without the lists. Nobody counts past {@link #MANY}: more is shown as "1000+".
 *
 * @param severities of the to-do list
 */
public record WorkListCounts(int mine, int claimable, int all, int done, Map<Severity, Integer> severities) {

  public static final int MANY = 1000;

  public int todo() {
    return mine + claimable;
  }
}
