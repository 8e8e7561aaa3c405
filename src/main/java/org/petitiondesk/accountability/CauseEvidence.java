package org.petitiondesk.accountability;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The cause is clear down to a root, both sides have stated the facts, and a file shows it. */
@Component
class CauseEvidence implements TrackEvidence {

  private final ReviewTable reviews;
  private final CauseTable causes;

  CauseEvidence(ReviewTable reviews, CauseTable causes) {
    this.reviews = reviews;
    this.causes = causes;
  }

  @Override
  public Track track() {
    return Track.CAUSE;
  }

  @Override
  public List<Sentence> claimed(ReviewId review) {
    return Claims.latest(reviews, review, Track.CAUSE).map(claim -> {
      var tree = causes.causes(review, claim.number());
      return List.of(Sentence.of("accountability.claimed.cause", tree.size(), tree.stream().filter(Cause::root).count(),
          claim.files().size()));
    }).orElse(List.of());
  }

  @Override
  public List<Sentence> missing(ReviewId review) {
    var claim = Claims.latest(reviews, review, Track.CAUSE);
    var missing = new ArrayList<Sentence>();
    if (claim.filter(each -> causes.causes(review, each.number()).stream().anyMatch(Cause::root)).isEmpty()) {
      missing.add(Sentence.of("accountability.missing.root"));
    }
    if (claim.filter(each -> causes.statements(review, each.number()).size() == FactStatement.Side.values().length)
        .isEmpty()) {
      missing.add(Sentence.of("accountability.missing.statements"));
    }
    if (claim.filter(each -> !each.files().isEmpty()).isEmpty()) {
      missing.add(Sentence.of("accountability.missing.evidence"));
    }
    return missing;
  }
}
