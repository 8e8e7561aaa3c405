package org.petitiondesk.petition;

import java.util.Locale;
import java.util.stream.Stream;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CasesLinked;
import org.petitiondesk.casefile.LinkKind;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews;
import org.petitiondesk.kernel.CaseReviews.Trigger;
import org.petitiondesk.kernel.Role;
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

  private final CaseFiles cases;
  private final ReconsiderationRights rights;
  private final CaseReviews reviews;
  private final MessageSource messages;

  ReviewReasons(CaseFiles cases, ReconsiderationRights rights, CaseReviews reviews, MessageSource messages) {
    this.cases = cases;
    this.rights = rights;
    this.reviews = reviews;
    this.messages = messages;
  }

  /**
   * The answer of the unit that has handled it in the end has arrived; of a report nobody is told. How many are a group,
   * the table says.
   */
  void answered(CaseId id) {
    var file = cases.get(id);
    if (file.isReport()) {
      return;
    }
    var together = cases.parties(id).stream().filter(party -> party.role() == PartyRole.PETITIONER).count();
    if (together > 1) {
      propose(id, Trigger.GROUP, "together", together);
    }
    if (file.urgency() == Urgency.EMERGENCY) {
      propose(id, Trigger.MAJOR, "major");
    }
  }

  /**
   * What a unit has answered and closed is not settled when the same matter comes again: so a leader says, or an officer of
   * the office that has registered either. What was finally reviewed is settled.
   */
  @EventListener
  public void on(CasesLinked linked) {
    if (linked.kind() != LinkKind.REPEAT) {
      return;
    }
    var one = cases.get(linked.id());
    var other = cases.get(linked.other());
    var earlier = one.registeredAt().isBefore(other.registeredAt()) ? one : other;
    var says = linked.by().has(Role.LEADER) || linked.by().has(Role.OFFICER)
        && Stream.of(one, other).anyMatch(file -> file.registeringUnit().equals(linked.by().unit()));
    if (says && earlier.isClosed() && !earlier.isReport() && isAnswered(earlier.id())) {
      propose(earlier.id(), Trigger.REPEAT, "again", (earlier.equals(one) ? other : one).code());
    }
  }

  private boolean isAnswered(CaseId id) {
    return !rights.opinions(id).isEmpty() && !rights.isFinal(id);
  }

  private void propose(CaseId id, Trigger trigger, String words, Object... facts) {
    reviews.propose(id, trigger,
        messages.getMessage("petition.review-reason." + words, facts, Locale.SIMPLIFIED_CHINESE), Actor.SYSTEM);
  }
}
