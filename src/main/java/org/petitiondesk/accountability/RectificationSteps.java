package org.petitiondesk.accountability;

import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CasePosts;
import org.petitiondesk.engine.Decisions;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.kernel.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a measure that nobody has to take. */
@Component
@Transactional
public class RectificationSteps {

  private final RectificationRepository rectifications;
  private final RectificationTimes times;
  private final Decisions decisions;
  private final CaseFiles cases;
  private final CasePosts posts;
  private final AuditTrail audit;

  RectificationSteps(RectificationRepository rectifications, RectificationTimes times, Decisions decisions,
      CaseFiles cases, CasePosts posts, AuditTrail audit) {
    this.rectifications = rectifications;
    this.times = times;
    this.decisions = decisions;
    this.cases = cases;
    this.posts = posts;
    this.audit = audit;
  }

  /** The table {@code accountability_rectification_failure} says whether a leader above has to hear of it now. */
  public Facts judge(RectificationId id, int number) {
    var rectification = rectifications.lock(id);
    var measure = rectification.measure(number).orElseThrow();
    var row = decisions.evaluate("accountability_rectification_failure", Map.of("failures", measure.failures(),
        "urgency", cases.get(rectification.caseId()).urgency().name())).single();
    return row.flag("raised") ? raise(id, number) : AccountabilityRectification.RAISED.with(false);
  }

  /**
   * The leader of the next unit above gets it, last of all the leader of whoever ordered it; each failure begins one
   * level higher than the one before. Where nobody is left, the owner simply goes on.
   */
  public Facts raise(RectificationId id, int number) {
    var rectification = rectifications.lock(id);
    var measure = rectification.measure(number).orElseThrow();
    var above = posts.above(cases.get(rectification.caseId()), rectification.unit(), rectification.office());
    if (measure.raised() >= above.size()) {
      rectifications.move(id, number, Measure.State.WORKING, Optional.empty());
      return AccountabilityRectification.RAISED.with(false);
    }
    var superior = above.get(measure.raised());
    rectifications.move(id, number, Measure.State.DIRECTION, Optional.empty());
    rectifications.add(id, number, RectificationStep.Kind.RAISED, superior.group().unit(), Actor.SYSTEM.id(), "",
        Optional.empty());
    audit.append(rectification.caseId(), Actor.SYSTEM, "rectification.raised",
        Map.of("rectification", id.toString(), "number", rectification.number(), "unit", rectification.unit(),
            "measureNumber", number, "toUnit", superior.group().unit(), "failures", measure.failures()));
    return AccountabilityRectification.RAISED.with(true)
        .with(AccountabilityRectification.SUPERIORS, superior.group().toString())
        .with(AccountabilityRectification.SUPERIOR, superior.account())
        .with(AccountabilityRectification.RAISE_AT, times.raiseAt());
  }
}
