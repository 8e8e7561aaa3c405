package org.petitiondesk.accountability.process;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.petitiondesk.accountability.AccountabilityReview;
import org.petitiondesk.accountability.Review;
import org.petitiondesk.accountability.ReviewId;
import org.petitiondesk.accountability.ReviewWorkflow;
import org.petitiondesk.accountability.Track;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.OpenTask;
import org.petitiondesk.engine.Processes;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;

/** The review's process in the engine. */
@Component
class CamundaReviewWorkflow implements ReviewWorkflow {

  /** The model writes the review and the track into the address of the page; read from the task, they can not be others. */
  private static final Pattern PAGE = Pattern.compile("reviews/([^/]+)/(?:([A-Z]+)/)?[a-z]+\\?.*");
  private static final Set<String> OF_CHAIR = Set.of(AccountabilityReview.USER_SIGN,
      AccountabilityReview.USER_SIGN_LIMITATION);

  private final Processes processes;

  CamundaReviewWorkflow(Processes processes) {
    this.processes = processes;
  }

  @Override
  public String begin(Review review) {
    return processes.start(AccountabilityReview.KEY, review.caseId(),
        AccountabilityReview.REVIEW_ID.with(review.id().toString()));
  }

  @Override
  public Subject about(String item, String step, Actor actor) {
    var task = processes.require(item, actor);
    if (!task.processKey().equals(AccountabilityReview.KEY) || !task.key().equals(step)) {
      throw new NotFound("accountability.not-found.item");
    }
    return subject(task);
  }

  @Override
  public void done(String item, Actor actor) {
    processes.complete(item, actor, Facts.none());
  }

  @Override
  public boolean reopened(Review review, Actor actor) {
    return processes.correlateRun(AccountabilityReview.TRACK_REOPENED, review.run(), Facts.none(), actor);
  }

  @Override
  public void hand(Review review, Optional<Track> track, Optional<String> account, Actor actor) {
    processes.openTasks(review.caseId()).stream()
        .filter(
            task -> task.processKey().equals(AccountabilityReview.KEY) && subject(task).review().equals(review.id()))
        .filter(task -> track.isPresent()
            ? task.key().equals(AccountabilityReview.USER_JUDGE) && subject(task).track().equals(track)
            : OF_CHAIR.contains(task.key()))
        .filter(task -> !task.assignee().equals(account)).forEach(task -> account
            .ifPresentOrElse(to -> processes.transfer(task.id(), to, "", actor),
                () -> processes.putBack(task.id(), actor)));
  }

  private static Subject subject(OpenTask task) {
    var page = PAGE.matcher(task.form());
    if (!page.matches()) {
      throw new IllegalStateException(task.key() + " has the page " + task.form());
    }
    return new Subject(ReviewId.of(page.group(1)), Optional.ofNullable(page.group(2)).map(Track::valueOf));
  }
}
