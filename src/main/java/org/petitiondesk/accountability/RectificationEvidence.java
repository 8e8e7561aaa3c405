package org.petitiondesk.accountability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Every measure that was ordered is accepted, none is overdue, and what did not hold was ordered anew. What was ordered
 * before the review counts as long as it was not finished by then; what was taken back proves nothing.
 */
@Component
class RectificationEvidence implements TrackEvidence {

  private final RectificationRepository rectifications;
  private final RectificationTimes times;
  private final ReviewTable reviews;

  RectificationEvidence(RectificationRepository rectifications, RectificationTimes times, ReviewTable reviews) {
    this.rectifications = rectifications;
    this.times = times;
    this.reviews = reviews;
  }

  @Override
  public Track track() {
    return Track.RECTIFICATION;
  }

  @Override
  public List<Sentence> claimed(ReviewId review) {
    return of(review).stream().map(one -> Sentence.of("accountability.claimed.rectification", one.number(),
        one.accepted(), one.measures().size())).toList();
  }

  @Override
  public List<Sentence> missing(ReviewId review) {
    var all = of(review);
    var missing = new ArrayList<Sentence>();
    if (all.isEmpty()) {
      missing.add(Sentence.of("accountability.missing.rectification"));
    }
    all.stream().filter(Rectification::isOpen).forEach(open -> {
      missing.add(Sentence.of("accountability.missing.measures", open.number(),
          open.measures().size() - open.accepted()));
      var late = open.measures().stream().filter(times::isLate).count();
      if (late > 0) {
        missing.add(Sentence.of("accountability.missing.late-measures", open.number(), late));
      }
    });
    all.stream().filter(one -> one.failure().filter(failure -> all.stream()
        .noneMatch(later -> later.openedAt().isAfter(failure.at()))).isPresent())
        .forEach(failed -> missing.add(Sentence.of("accountability.missing.held", failed.number())));
    return missing;
  }

  private List<Rectification> of(ReviewId id) {
    var review = reviews.get(id);
    return rectifications.of(review.caseId()).stream()
        .filter(one -> one.review().equals(Optional.of(id))
            || one.endedAt().filter(review.openedAt()::isAfter).isEmpty())
        .filter(one -> one.state() != RectificationState.CANCELLED)
        .toList();
  }
}
