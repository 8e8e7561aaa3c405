package org.petitiondesk.accountability;

import java.util.Optional;

/** Finds the claim that counts: the last one of a track. */
final class Claims {

  private Claims() {}

  static Optional<ReviewStep> latest(ReviewTable reviews, ReviewId review, Track track) {
    return reviews.steps(review).stream().filter(step -> step.kind() == ReviewStep.Kind.CLAIMED
        && step.track().equals(Optional.of(track))).reduce((earlier, later) -> later);
  }
}
