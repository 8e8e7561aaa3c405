package org.petitiondesk.petition;

import java.util.Locale;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CasesLinked;
import org.petitiondesk.casefile.LinkKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews;
import org.petitiondesk.kernel.CaseReviews.Trigger;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the register itself gives as a reason for a review: that many ask together, that it is a major matter, that the
 * same matter comes again after its answer. The table {@code accountability_trigger} decides whether one opens.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReviewReasons {

  /** Petitioners from whom on they come as a group (集体访) [Regulations, art. 20]. */
  private static final int GROUP = 5;

  private final CaseFiles cases;
  private final CaseReviews reviews;
  private final MessageSource messages;

  ReviewReasons(CaseFiles cases, CaseReviews reviews, MessageSource messages) {
    this.cases = cases;
    this.reviews = reviews;
    this.messages = messages;
  }

  /** A petition has got the unit that handles it, for the first time; of a report nobody is told. */
  void assigned(CaseId id) {
    var file = cases.get(id);
    if (file.isReport()) {
      return;
    }
    var together = cases.parties(id).stream().filter(party -> party.role() == PartyRole.PETITIONER).count();
    if (together >= GROUP) {
      propose(id, Trigger.GROUP, "together", together);
    }
    if (file.urgency() == Urgency.EMERGENCY) {
      propose(id, Trigger.MAJOR, "major");
    }
  }

  /** Whatever was closed when the same matter came again has not settled it. */
  @EventListener
  public void on(CasesLinked linked) {
    if (linked.kind() != LinkKind.REPEAT) {
      return;
    }
    var one = cases.get(linked.id());
    var other = cases.get(linked.other());
    var earlier = one.registeredAt().isBefore(other.registeredAt()) ? one : other;
    if (earlier.isClosed() && earlier.leadUnit().isPresent() && !earlier.isReport()) {
      propose(earlier.id(), Trigger.REPEAT, "again", (earlier.equals(one) ? other : one).code());
    }
  }

  private void propose(CaseId id, Trigger trigger, String words, Object... facts) {
    reviews.propose(id, trigger,
        messages.getMessage("petition.review-reason." + words, facts, Locale.SIMPLIFIED_CHINESE), Actor.SYSTEM);
  }
}
