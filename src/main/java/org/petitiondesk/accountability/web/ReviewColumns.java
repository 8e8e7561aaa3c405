package org.petitiondesk.accountability.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.accountability.AccountabilityReview;
import org.petitiondesk.accountability.Review;
import org.petitiondesk.accountability.ReviewRecord;
import org.petitiondesk.accountability.ReviewStep;
import org.petitiondesk.accountability.ReviewTrack;
import org.petitiondesk.accountability.Reviews;
import org.petitiondesk.accountability.Sentence;
import org.petitiondesk.accountability.TrackStandings;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.people.Accounts;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/** The four columns of a review: what is claimed, what is missing, whose turn it is and since when. */
@Component
class ReviewColumns {

  private final Reviews reviews;
  private final ReviewRecord records;
  private final TrackStandings standings;
  private final Processes processes;
  private final Accounts accounts;
  private final Units units;

  ReviewColumns(Reviews reviews, ReviewRecord records, TrackStandings standings, Processes processes,
      Accounts accounts, Units units) {
    this.reviews = reviews;
    this.records = records;
    this.standings = standings;
    this.processes = processes;
    this.accounts = accounts;
    this.units = units;
  }

  /**
   * @param turn who has the word; empty when nobody has
   * @param since when the word was given to them
   * @param verdicts what was judged and opened again, the first one first
   * @param href the page of the work; empty when it is not the reader's
   */
  record Column(ReviewTrack track, List<Sentence> claimed, List<Sentence> missing, String turn, Instant since,
      List<ReviewStep> verdicts, String href) {}

  /** Work on the whole review: the panel, its limitation, the signature, an own statement. */
  record Work(String key, String holder, String href) {}

  List<Column> columns(Review review, List<ReviewStep> record, Actor actor) {
    var tasks = tasks(review);
    return reviews.tracks(review.id()).stream().map(track -> {
      var name = track.track();
      var mine = tasks.stream().filter(task -> task.form().contains("/" + name + "/"))
          .filter(task -> processes.isFor(task, actor)).map(OpenTask::id).findFirst();
      var verdicts = record.stream().filter(step -> step.track().equals(Optional.of(name))
          && step.kind() != ReviewStep.Kind.CLAIMED && step.kind() != ReviewStep.Kind.REVIEWER_CHANGED).toList();
      return new Column(track, standings.claimed(review.id(), name),
          track.isOpen() ? standings.missing(review.id(), name) : List.of(), turn(review, track), track.since(),
          verdicts, mine.map(id -> "/inbox/items/" + id).orElse(""));
    }).toList();
  }

  List<Work> work(Review review, Actor actor) {
    return tasks(review).stream().filter(task -> !task.form().matches("reviews/[^/]+/[A-Z]+/.*"))
        .filter(task -> !task.key().equals(AccountabilityReview.USER_STATE) || processes.isFor(task, actor))
        .map(
            task -> new Work(task.key(), holder(task), processes.isFor(task, actor) ? "/inbox/items/" + task.id() : ""))
        .toList();
  }

  private String turn(Review review, ReviewTrack track) {
    if (!track.isOpen() || !review.isOpen() || !records.hasPanel(review.id())) {
      return "";
    }
    return switch (track.phase()) {
      case CLAIM, HEARING -> units.name(review.unit());
      case VERDICT -> track.reviewer().map(accounts::name).orElseGet(() -> units.name(review.office()));
      case PASSED -> "";
    };
  }

  private List<OpenTask> tasks(Review review) {
    return processes.openTasks(review.caseId()).stream()
        .filter(task -> task.processKey().equals(AccountabilityReview.KEY)
            && task.form().contains(review.id().toString()))
        .toList();
  }

  private String holder(OpenTask task) {
    return task.assignee().map(accounts::name).orElseGet(() -> units.name(task.group().replaceAll(".*@", "")));
  }
}
