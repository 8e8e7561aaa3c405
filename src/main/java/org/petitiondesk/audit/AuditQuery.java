package org.petitiondesk.audit;

import java.util.List;
import org.petitiondesk.kernel.CaseId;

/**
 * Which entries of a chain, and in which order.
 *
 * @param only beginnings of acts, as {@code letter.}; empty for every act
 * @param without beginnings of acts that are left out
 * @param size of a page
 */
public record AuditQuery(CaseId chain, List<String> only, List<String> without, boolean oldestFirst, int size) {

  public AuditQuery {
    only = List.copyOf(only);
    without = List.copyOf(without);
  }
}
