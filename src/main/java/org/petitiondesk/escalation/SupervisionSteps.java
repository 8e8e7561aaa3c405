package org.petitiondesk.escalation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CasePosts;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseReviews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a supervision that nobody has to take. */
@Component
public class SupervisionSteps {

  private final SupervisionRepository supervisions;
  private final CasePosts posts;
  private final SupervisionTimes times;
  private final CaseFiles cases;
  private final CaseReviews reviews;
  private final AuditTrail audit;

  SupervisionSteps(SupervisionRepository supervisions, CasePosts posts, SupervisionTimes times,
      CaseFiles cases, CaseReviews reviews, AuditTrail audit) {
    this.supervisions = supervisions;
    this.posts = posts;
    this.times = times;
    this.cases = cases;
    this.reviews = reviews;
    this.audit = audit;
  }

  /**
   * Nobody has answered in time: the leader of the next unit above gets it, last of all the leader of whoever opened it.
   * Each of them once in a round, and a round begins when an answer is sent back; when all have had it, it stays where it is, late, until it is struck off, and how
   * the case was handled is reviewed.
   */
  @Transactional
  public Facts raise(SupervisionId id) {
    var supervision = supervisions.lock(id);
    var had = had(supervisions.steps(id));
    var next = posts.above(cases.get(supervision.caseId()), supervision.unit(), supervision.office()).stream()
        .filter(post -> !had.contains(post.group().unit())).findFirst();
    if (supervision.state() != SupervisionState.WAITING || next.isEmpty()) {
      if (supervision.state() == SupervisionState.WAITING) {
        reviews.propose(supervision.caseId(), CaseReviews.Trigger.SUPERVISION_SPENT, supervision.reason(),
            Actor.SYSTEM);
      }
      return EscalationSupervision.RAISED.with(false);
    }
    var superior = next.get();
    supervisions.raise(id);
    supervisions.add(id, SupervisionStep.Kind.RAISED, superior.group().unit(), Actor.SYSTEM.id(), "",
        Optional.empty());
    audit.append(supervision.caseId(), Actor.SYSTEM, "supervision.raised",
        Map.of("supervision", id.toString(), "number", supervision.number(), "unit", supervision.unit(), "toUnit",
            superior.group().unit(), "level", supervision.level() + 1));
    return EscalationSupervision.RAISED.with(true)
        .with(EscalationSupervision.SUPERIORS, superior.group().toString())
        .with(EscalationSupervision.SUPERIOR, superior.account())
        .with(EscalationSupervision.RAISE_AT, times.raiseAgain(superior.group().unit()));
  }

  /** To whom it has gone since the unit was last given a day. */
  private static Set<String> had(List<SupervisionStep> steps) {
    var had = new HashSet<String>();
    for (var step : steps) {
      if (step.kind() == SupervisionStep.Kind.SENT_BACK) {
        had.clear();
      } else if (step.kind() == SupervisionStep.Kind.RAISED) {
        had.add(step.unit());
      }
    }
    return had;
  }
}
