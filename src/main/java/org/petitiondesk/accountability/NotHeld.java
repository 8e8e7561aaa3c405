package org.petitiondesk.accountability;

import java.util.Locale;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseLinks;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.CaseStatusChanged;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews.Trigger;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows when something that was mended has not lasted. */
@Component
class NotHeld {

  private final RectificationRepository repository;
  private final Rectifications rectifications;
  private final RectificationTimes times;
  private final Reviews reviews;
  private final CaseFiles cases;
  private final CaseLinks links;
  private final MessageSource messages;

  NotHeld(RectificationRepository repository, Rectifications rectifications, RectificationTimes times,
      Reviews reviews, CaseFiles cases, CaseLinks links, MessageSource messages) {
    this.repository = repository;
    this.rectifications = rectifications;
    this.times = times;
    this.reviews = reviews;
    this.cases = cases;
    this.links = links;
    this.messages = messages;
  }

  /**
   * Once a unit has a new petition in its hands, place and category are known: one about the same place, category and unit
   * shows within some months (a setting) that what was accepted there has not lasted. The two cases are linked.
   */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(CaseStatusChanged changed) {
    if (changed.to() == CaseStatus.ASSIGNED || changed.to() == CaseStatus.HANDLING) {
      compare(cases.get(changed.id()));
    }
  }

  /** The rectifications of the case that were accepted have failed; the review goes on, or one is proposed. */
  void say(CaseId caseId, String reason, Actor actor) {
    repository.of(caseId).stream().filter(one -> one.state() == RectificationState.DONE)
        .forEach(one -> rectifications.fail(one.id(), reason, actor));
    reviews.latest(caseId).ifPresentOrElse(review -> {
      if (reviews.tracks(review.id()).stream()
          .noneMatch(each -> each.track() == Track.RECTIFICATION && each.isOpen())) {
        reviews.reopen(review.id(), Track.RECTIFICATION, reason, actor);
      }
    }, () -> reviews.propose(caseId, Trigger.RETURN_VISIT_FAILED, reason, actor));
  }

  private void compare(CaseFile file) {
    if (file.isReport() || file.category().isEmpty() || file.leadUnit().isEmpty()) {
      return;
    }
    repository.acceptedSince(times.repeatSince(), file.territory(), file.category().get(), file.leadUnit().get(),
        file.id(), file.registeredAt()).stream().map(repository::get).map(Rectification::caseId).distinct()
        .forEach(earlier -> {
          var reason = messages.getMessage("accountability.not-held.repeat", new Object[]{file.code()},
              Locale.SIMPLIFIED_CHINESE);
          links.relate(file.id(), earlier, reason);
          say(earlier, reason, Actor.SYSTEM);
        });
  }
}
