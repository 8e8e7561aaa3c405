package org.petitiondesk.accountability;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Who sits on a panel and what it looks at.
 *
 * @param reviewers who judges each track
 * @param until last day for the first claims
 * @param leftOut tracks that a limitation would leave out; empty for a review of the whole scope
 * @param limitation why they may be left out
 */
public record NamePanel(String chair, Map<Track, String> reviewers, LocalDate until, Set<Track> leftOut,
    String limitation) {

  public NamePanel {
    reviewers = Map.copyOf(reviewers);
    leftOut = Set.copyOf(leftOut);
  }
}
