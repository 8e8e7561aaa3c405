package org.petitiondesk.accountability;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.accountability.ReviewTrack.Phase;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a review that nobody has to take. */
@Component
public class ReviewSteps {

  private final ReviewTable reviews;
  private final FindingTable findings;
  private final CaseFiles cases;
  private final ReviewClocks clocks;
  private final AuditTrail audit;

  ReviewSteps(ReviewTable reviews, FindingTable findings, CaseFiles cases, ReviewClocks clocks, AuditTrail audit) {
    this.reviews = reviews;
    this.findings = findings;
    this.cases = cases;
    this.clocks = clocks;
    this.audit = audit;
  }

  /** The day for statements has passed: who said nothing had the opportunity, and the unit goes on. */
  @Transactional
  public void lapseStatements(ReviewId id) {
    var review = reviews.lock(id);
    findings.lapse(id);
    reviews.add(id, Optional.of(Track.RESPONSIBILITY), ReviewStep.Kind.HEARING_LAPSED, Actor.SYSTEM.id(), "",
        Optional.empty(), List.of());
    reviews.phase(id, Track.RESPONSIBILITY, Phase.CLAIM);
    audit.append(review.caseId(), Actor.SYSTEM, "review.hearing-lapsed",
        Map.of("review", id.toString(), "number", review.number()));
    clocks.statements(review, Actor.SYSTEM);
  }

  /** The report is signed: nothing of this review holds the case any longer. */
  @Transactional
  public void end(ReviewId id) {
    var review = reviews.lock(id);
    if (reviews.tracks(id).stream().anyMatch(ReviewTrack::isOpen) || review.isOpen()) {
      throw new IllegalStateException("Review " + id + " has an open track or no signature");
    }
    cases.file(review.caseId(), Actor.SYSTEM);
  }
}
