package org.petitiondesk.petition;

import java.time.Instant;
import java.util.List;
import org.petitiondesk.documents.DeliveryMethod;

/** One draft of a reconsideration or final review opinion; a returned one stays and the next gets the next number. */
public record ReviewDraft(int draftNumber, List<Finding> findings, DeliveryMethod method, String draftedBy,
    Instant draftedAt) {

  public ReviewResult result() {
    return Finding.inAll(findings);
  }
}
