package org.petitiondesk.accountability;

import java.util.List;

/** A track that is claimed in words and files: what the unit wrote last, and that it wrote something. */
class WrittenEvidence implements TrackEvidence {

  private final Track track;
  private final ReviewTable reviews;

  WrittenEvidence(Track track, ReviewTable reviews) {
    this.track = track;
    this.reviews = reviews;
  }

  @Override
  public Track track() {
    return track;
  }

  @Override
  public List<Sentence> claimed(ReviewId review) {
    return Claims.latest(reviews, review, track)
        .map(claim -> List.of(Sentence.of("accountability.claimed.written", claim.files().size()))).orElse(List.of());
  }

  @Override
  public List<Sentence> missing(ReviewId review) {
    return Claims.latest(reviews, review, track).filter(claim -> !claim.files().isEmpty()).isPresent()
        ? List.of()
        : List.of(Sentence.of("accountability.missing.evidence"));
  }
}
