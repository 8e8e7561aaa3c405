package org.petitiondesk.audit;

import java.util.Optional;

/** What a walk along the chains found; the counts are those of the links that hold. */
public record Verdict(long chains, long entries, long anchors, Optional<BrokenLink> firstBroken) {

  public boolean holds() {
    return firstBroken.isEmpty();
  }
}
