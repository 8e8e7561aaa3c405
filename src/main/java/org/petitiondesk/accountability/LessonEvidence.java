package org.petitiondesk.accountability;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** A lesson is written, every other place was looked at, and everybody named has read it. */
@Component
class LessonEvidence implements TrackEvidence {

  private final LessonTable lessons;
  private final ReviewTable reviews;

  LessonEvidence(LessonTable lessons, ReviewTable reviews) {
    this.lessons = lessons;
    this.reviews = reviews;
  }

  @Override
  public Track track() {
    return Track.LESSON;
  }

  @Override
  public List<Sentence> claimed(ReviewId review) {
    return of(review).stream().map(lesson -> Sentence.of("accountability.claimed.lesson", lesson.title(),
        lesson.readers().size() - lesson.unread(), lesson.readers().size())).toList();
  }

  @Override
  public List<Sentence> missing(ReviewId review) {
    var missing = new ArrayList<Sentence>();
    var all = of(review);
    if (all.isEmpty()) {
      missing.add(Sentence.of("accountability.missing.lesson"));
    }
    for (var lesson : all) {
      if (lesson.unchecked() > 0) {
        missing.add(Sentence.of("accountability.missing.places", lesson.title(), lesson.unchecked()));
      }
      if (lesson.readers().isEmpty()) {
        missing.add(Sentence.of("accountability.missing.readers", lesson.title()));
      }
      if (lesson.unread() > 0) {
        missing.add(Sentence.of("accountability.missing.unread", lesson.title(), lesson.unread()));
      }
    }
    return missing;
  }

  private List<Lesson> of(ReviewId review) {
    return lessons.of(reviews.get(review).caseId());
  }
}
