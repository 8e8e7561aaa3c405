package org.petitiondesk.accountability;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.PartyRole;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.engine.Decisions;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.CaseReviews;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.FilingGate;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens reviews, finds them again, opens a track anew; while a review is open its case is not filed away. Nothing ends a
 * review but the signature of its chair.
 */
@Component
@Transactional
public class Reviews implements CaseReviews, FilingGate {

  static final int REASON_LENGTH = 2000;

  private final ReviewTable reviews;
  private final ReviewPeople people;
  private final ReviewTimes times;
  private final ReviewWorkflow workflow;
  private final Decisions decisions;
  private final CaseFiles cases;
  private final Letters letters;
  private final Units units;
  private final AuditTrail audit;
  private final Clock clock;

  Reviews(ReviewTable reviews, ReviewPeople people, ReviewTimes times, ReviewWorkflow workflow, Decisions decisions,
      CaseFiles cases, Letters letters, Units units, AuditTrail audit, Clock clock) {
    this.reviews = reviews;
    this.people = people;
    this.times = times;
    this.workflow = workflow;
    this.decisions = decisions;
    this.cases = cases;
    this.letters = letters;
    this.units = units;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public boolean propose(CaseId id, Trigger trigger, String reason, Actor actor) {
    requireReason(reason);
    cases.lock(id);
    var file = cases.get(id);
    var inputs = new HashMap<>(Scope.inputs(trigger, file));
    inputs.put("count", reviews.proposals(id, trigger) + 1);
    inputs.put("together", cases.parties(id).stream().filter(party -> party.role() == PartyRole.PETITIONER).count());
    var row = decisions.evaluate("accountability_trigger", inputs).rows().get(0);
    var opens = row.flag("opens") && !isOpen(id);
    reviews.propose(id, trigger, actor.id(), opens, row.annotation());
    audit.append(id, actor, "review.proposed", Map.of("trigger", trigger.name(), "opened", opens));
    if (opens) {
      open(file, trigger, reason, row.annotation(), ReviewTable.tracks(row.text("tracks")), actor);
    }
    return isOpen(id);
  }

  @Override
  public void open(CaseId id, String reason, Actor leader) {
    requireReason(reason);
    cases.lock(id);
    if (isOpen(id)) {
      throw openAlready(id);
    }
    if (!mayOpen(id, leader)) {
      throw new Forbidden("accountability.forbidden.open");
    }
    reviews.propose(id, Trigger.LEADER, leader.id(), true, "");
    open(cases.get(id), Trigger.LEADER, reason, "", List.of(Track.values()), leader);
  }

  @Override
  @Transactional(readOnly = true)
  public boolean mayOpen(CaseId id, Actor actor) {
    var file = cases.get(id);
    return actor.has(Role.LEADER) && !isOpen(id) && cases.sees(id, actor)
        && !people.isBelow(people.handling(file), actor.unit())
        && (actor.unit().equals(file.registeringUnit()) || people.isAbove(actor.unit(), people.handling(file)));
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isOpen(CaseId id) {
    return reviews.open(id).isPresent();
  }

  @Override
  @Transactional(readOnly = true)
  public Set<String> panel(CaseId id) {
    return reviews.open(id).stream().flatMap(review -> reviews.members(review.id()).stream())
        .filter(ReviewMember::stands).map(ReviewMember::account).collect(Collectors.toSet());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Hold> holds(CaseId id) {
    return reviews.open(id).map(review -> new Hold("accountability.holds", "/reviews/" + review.id()));
  }

  /** By the row rule of the case; {@link org.petitiondesk.kernel.NotFound} otherwise. */
  @Transactional(readOnly = true)
  public Review get(ReviewId id, Actor actor) {
    var review = reviews.get(id);
    cases.requireSight(review.caseId(), actor);
    return review;
  }

  /** Every review of the case, the latest first, by its row rule. */
  @Transactional(readOnly = true)
  public List<Review> of(CaseId caseId, Actor actor) {
    cases.requireSight(caseId, actor);
    return reviews.of(caseId);
  }

  /** The latest review of a case, without the row rule: for rules that act on what has come of it. */
  @Transactional(readOnly = true)
  public Optional<Review> latest(CaseId caseId) {
    return reviews.of(caseId).stream().findFirst();
  }

  /** All four in their order; the caller has asked {@link #get}. */
  @Transactional(readOnly = true)
  public List<ReviewTrack> tracks(ReviewId id) {
    return reviews.tracks(id);
  }

  /** The caller has asked {@link #get}. */
  @Transactional(readOnly = true)
  public List<ReviewMember> members(ReviewId id) {
    return reviews.members(id);
  }

  /**
   * Opens one track again because what had passed did not hold, also after the report was signed: the review goes on
   * with that track alone, under the same panel, and the case is taken out of the archive.
   *
   * @throws Conflict when the track is open anyway, or another review of the case is
   */
  public void reopen(ReviewId id, Track track, String reason, Actor actor) {
    requireReason(reason);
    var review = reviews.lock(id);
    if (reviews.tracks(id).stream().anyMatch(each -> each.track() == track && each.isOpen())) {
      throw new Conflict("accountability.conflict.track-open");
    }
    reviews.add(id, Optional.of(track), ReviewStep.Kind.REOPENED, actor.id(), reason, Optional.empty(), List.of());
    reviews.bringIn(id, track);
    reviews.claimUntil(id, track, times.claimUntil());
    audit.append(review.caseId(), actor, "review.reopened",
        Map.of("review", id.toString(), "number", review.number(), "track", track.name()));
    if (review.state() == ReviewState.SIGNED) {
      if (!reviews.openAgain(review)) {
        throw openAlready(review.caseId());
      }
      cases.takeOut(review.caseId(), actor);
      reviews.runs(id, workflow.begin(reviews.get(id)));
    } else if (review.state() == ReviewState.SIGNING) {
      reviews.move(id, ReviewState.OPEN);
      workflow.reopened(review, actor);
    }
  }

  private void open(CaseFile file, Trigger trigger, String reason, String rule, List<Track> scope, Actor actor) {
    var unit = people.handling(file);
    var desk = people.desk(file, unit);
    var notice = letters.compose("review_notice", desk.unit(), "审",
        Map.of("reviewed", units.name(unit), "title", file.title(), "code", file.code(), "reason", reason));
    var opened = new Review(ReviewId.next(), file.id(), unit, desk.toString(), trigger, reason, rule, actor.id(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS), notice, ReviewState.NAMING, "");
    if (!reviews.insert(opened)) {
      throw openAlready(file.id());
    }
    Arrays.stream(Track.values()).forEach(track -> reviews.addTrack(opened.id(), track, scope.contains(track)));
    cases.takeOut(file.id(), actor);
    audit.append(file.id(), actor, "review.opened", Map.of("review", opened.id().toString(), "number",
        opened.number(), "trigger", trigger.name(), "unit", unit));
    reviews.runs(opened.id(), workflow.begin(opened));
  }

  private Conflict openAlready(CaseId id) {
    return new Conflict("accountability.conflict.open-already", cases.get(id).code());
  }

  private static void requireReason(String reason) {
    if (reason.isBlank() || reason.length() > REASON_LENGTH) {
      throw Refused.at("reason", "accountability.refused.reason", REASON_LENGTH);
    }
  }
}
