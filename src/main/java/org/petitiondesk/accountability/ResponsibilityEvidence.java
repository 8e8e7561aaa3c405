package org.petitiondesk.accountability;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever is responsible was heard and a decision is recorded, or it is reasoned why nobody is. */
@Component
class ResponsibilityEvidence implements TrackEvidence {

  private final ReviewTable reviews;
  private final FindingTable findings;

  ResponsibilityEvidence(ReviewTable reviews, FindingTable findings) {
    this.reviews = reviews;
    this.findings = findings;
  }

  @Override
  public Track track() {
    return Track.RESPONSIBILITY;
  }

  @Override
  public List<Sentence> claimed(ReviewId review) {
    return Claims.latest(reviews, review, Track.RESPONSIBILITY).map(claim -> {
      var found = findings.findings(review, claim.number()).size();
      return List.of(found == 0
          ? Sentence.of("accountability.claimed.nobody")
          : Sentence.of("accountability.claimed.decisions", found));
    }).orElse(List.of());
  }

  @Override
  public List<Sentence> missing(ReviewId review) {
    var missing = new ArrayList<Sentence>();
    var waiting = findings.heard(review).stream().filter(person -> !person.isHeard()).count();
    if (waiting > 0) {
      missing.add(Sentence.of("accountability.missing.heard", waiting));
    }
    if (Claims.latest(reviews, review, Track.RESPONSIBILITY).isEmpty()) {
      missing.add(Sentence.of("accountability.missing.decision"));
    }
    return missing;
  }
}
