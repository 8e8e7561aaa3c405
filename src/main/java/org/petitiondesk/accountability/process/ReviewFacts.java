package org.petitiondesk.accountability.process;

import java.util.List;
import org.petitiondesk.accountability.ReviewId;
import org.petitiondesk.accountability.ReviewRecord;
import org.petitiondesk.accountability.Track;
import org.petitiondesk.engine.ModelBean;
import org.springframework.stereotype.Component;

/**
 * {@code ${reviewFacts.passed(reviewId, track)}} in the model: what the record says of a review at this moment. No fact
 * of the engine could let a review go on that the record does not.
 */
@Component("reviewFacts")
public class ReviewFacts implements ModelBean {

  private final ReviewRecord reviews;

  ReviewFacts(ReviewRecord reviews) {
    this.reviews = reviews;
  }

  public String desk(String review) {
    return reviews.get(ReviewId.of(review)).desk();
  }

  public boolean hasPanel(String review) {
    return reviews.hasPanel(ReviewId.of(review));
  }

  public String chair(String review) {
    return reviews.chair(ReviewId.of(review)).orElse(null);
  }

  public boolean limitationProposed(String review) {
    return reviews.isLimiting(ReviewId.of(review));
  }

  /** Names of the tracks in scope that have not passed, in their order. */
  public List<String> openTracks(String review) {
    return reviews.openTracks(ReviewId.of(review)).stream().map(Track::name).toList();
  }

  public boolean allPassed(String review) {
    return reviews.openTracks(ReviewId.of(review)).isEmpty();
  }

  public boolean passed(String review, String track) {
    return !reviews.openTracks(ReviewId.of(review)).contains(Track.valueOf(track));
  }

  public boolean signed(String review) {
    return reviews.isSigned(ReviewId.of(review));
  }

  public String claimers(String review, String track) {
    return reviews.claimers(ReviewId.of(review), Track.valueOf(track)).toString();
  }

  /** End of the last day, as the engine reads it; null without one. */
  public String claimBy(String review, String track) {
    return reviews.track(ReviewId.of(review), Track.valueOf(track)).dueOn().map(ReviewRecord::endOf).orElse(null);
  }

  public String reviewer(String review, String track) {
    return reviews.reviewer(ReviewId.of(review), Track.valueOf(track)).orElse(null);
  }

  /** Accounts that have been asked for a statement and have neither made one nor let the day pass. */
  public List<String> toHear(String review) {
    return reviews.toHear(ReviewId.of(review));
  }

  public boolean hears(String review, String track) {
    return Track.valueOf(track) == Track.RESPONSIBILITY && !toHear(review).isEmpty();
  }

  public String statementBy(String review) {
    return ReviewRecord.endOf(reviews.statementsUntil(ReviewId.of(review)));
  }
}
