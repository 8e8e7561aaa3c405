package org.petitiondesk.accountability;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.documents.DocumentId;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.StoredDocument;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The papers of the tracks. Those of the cause and of the responsibility are for the panel, for those who claim for the
 * unit, and the person concerned sees what is about them; each look at them is on record.
 */
@Component
@Transactional
public class ReviewPapers {

  private final ReviewTable reviews;
  private final CauseTable causes;
  private final FindingTable findings;
  private final ReviewPeople people;
  private final Reviews sight;
  private final Documents documents;
  private final AuditTrail audit;

  ReviewPapers(ReviewTable reviews, CauseTable causes, FindingTable findings, ReviewPeople people, Reviews sight,
      Documents documents, AuditTrail audit) {
    this.reviews = reviews;
    this.causes = causes;
    this.findings = findings;
    this.people = people;
    this.sight = sight;
    this.documents = documents;
    this.audit = audit;
  }

  /** What one claim of the cause said. */
  public record CauseClaim(ReviewStep step, List<FactStatement> statements, List<Cause> causes,
      CausePicture picture) {}

  /** What one claim of the responsibility said. */
  public record FindingClaim(ReviewStep step, List<Finding> findings) {}

  /** What somebody may know of the responsibility. */
  public record Responsibility(List<PersonHeard> heard, List<FindingClaim> claims) {

    public boolean isEmpty() {
      return heard.isEmpty() && claims.isEmpty();
    }
  }

  /** Whether the actor may read everything of a track; the caller has asked for sight of the review. */
  @Transactional(readOnly = true)
  public boolean mayRead(Review review, Track track, Actor actor) {
    return !track.isRestricted() || actor.asWhom().belongsTo(people.claimers(review, track))
        || reviews.members(review.id()).stream().anyMatch(member -> member.stands()
            && member.account().equals(actor.id()));
  }

  /** The claims of the cause, the first one first; empty for whoever may not read them. */
  public List<CauseClaim> cause(Review review, Actor actor) {
    if (!mayRead(review, Track.CAUSE, actor)) {
      return List.of();
    }
    var claims = claims(review, Track.CAUSE).stream().map(step -> {
      var tree = causes.causes(review.id(), step.number());
      return new CauseClaim(step, causes.statements(review.id(), step.number()), tree, CausePicture.of(tree));
    }).toList();
    if (!claims.isEmpty()) {
      looked(review, Track.CAUSE, actor);
    }
    return claims;
  }

  /** Who was heard and what was found; of the person concerned, and of nobody else, for that person. */
  public Responsibility responsibility(Review review, Actor actor) {
    var all = mayRead(review, Track.RESPONSIBILITY, actor);
    var heard = findings.heard(review.id()).stream().filter(person -> all || person.account().equals(actor.id()))
        .toList();
    var claims = claims(review, Track.RESPONSIBILITY).stream()
        .map(step -> new FindingClaim(all ? step : withoutWords(step),
            findings.findings(review.id(), step.number()).stream()
                .filter(finding -> all || finding.account().equals(Optional.of(actor.id()))).toList()))
        .filter(claim -> all || !claim.findings().isEmpty()).toList();
    var papers = new Responsibility(heard, claims);
    if (!papers.isEmpty()) {
      looked(review, Track.RESPONSIBILITY, actor);
    }
    return papers;
  }

  /** What was said and done, the first one first; without the words and files of tracks that the actor may not read. */
  @Transactional(readOnly = true)
  public List<ReviewStep> record(Review review, Actor actor) {
    return reviews.steps(review.id()).stream()
        .map(step -> step.track().filter(track -> !mayRead(review, track, actor)).isEmpty()
            ? step
            : new ReviewStep(step.number(), step.track(), step.kind(), step.by(), step.at(), "", step.dueOn(),
                step.tracks(), List.of()))
        .toList();
  }

  /** A file of a claim; that it was looked at is on record. */
  public StoredDocument file(ReviewId id, DocumentId document, Actor actor) {
    var review = sight.get(id, actor);
    reviews.trackOf(id, document).filter(track -> mayRead(review, track, actor))
        .orElseThrow(() -> new NotFound("documents.not-found"));
    return documents.openRestricted(document, actor);
  }

  private List<ReviewStep> claims(Review review, Track track) {
    return reviews.steps(review.id()).stream().filter(step -> step.kind() == ReviewStep.Kind.CLAIMED
        && step.track().equals(Optional.of(track))).toList();
  }

  private void looked(Review review, Track track, Actor actor) {
    audit.append(review.caseId(), actor, "review.papers-viewed",
        Map.of("review", review.id().toString(), "number", review.number(), "track", track.name()));
  }

  /** Words and names of files may tell of others. */
  private static ReviewStep withoutWords(ReviewStep step) {
    return new ReviewStep(step.number(), step.track(), step.kind(), step.by(), step.at(), "", step.dueOn(),
        step.tracks(), List.of());
  }
}
