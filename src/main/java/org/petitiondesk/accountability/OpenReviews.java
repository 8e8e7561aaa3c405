package org.petitiondesk.accountability;

import org.petitiondesk.people.UnitWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A unit that is under review, or names the panel of one, can not be dissolved. */
@Component
@Order(4)
class OpenReviews implements UnitWork {

  private final ReviewTable reviews;

  OpenReviews(ReviewTable reviews) {
    this.reviews = reviews;
  }

  @Override
  public long openOf(String unit) {
    return reviews.openOf(unit);
  }

  @Override
  public String sentence() {
    return "accountability.open-reviews";
  }
}
