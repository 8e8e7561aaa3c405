package org.petitiondesk.accountability;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CasePost;
import org.petitiondesk.casefile.CasePosts;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseReviews;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Accounts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking back a rectification that was ordered by mistake (撤销整改): two people of those who supervise the unit, each with
 * a reason, and never while the case is under review, for what a review has to see mended is not taken away from it. The
 * record stays as it is.
 */
@Service
@Transactional
public class RectificationCancellations {

  private static final int WORDS = 2000;

  private final CancellationTable table;
  private final RectificationRepository rectifications;
  private final RectificationClocks clocks;
  private final CancellationWorkflow workflow;
  private final CaseReviews reviews;
  private final CaseFiles cases;
  private final CasePosts posts;
  private final Accounts accounts;
  private final AuditTrail audit;

  RectificationCancellations(CancellationTable table, RectificationRepository rectifications,
      RectificationClocks clocks, CancellationWorkflow workflow, CaseReviews reviews, CaseFiles cases, CasePosts posts,
      Accounts accounts, AuditTrail audit) {
    this.table = table;
    this.rectifications = rectifications;
    this.clocks = clocks;
    this.workflow = workflow;
    this.reviews = reviews;
    this.cases = cases;
    this.posts = posts;
    this.accounts = accounts;
    this.audit = audit;
  }

  /** The oldest first; for whoever has sight of the case. */
  @Transactional(readOnly = true)
  public List<RectificationCancellation> of(RectificationId id) {
    return table.of(id);
  }

  /** Whether the actor, who has sight of the case, may propose it now: who may order the unit to mend something. */
  @Transactional(readOnly = true)
  public boolean mayPropose(Rectification rectification, Actor actor) {
    return rectification.isOpen() && open(rectification.id()).isEmpty() && !reviews.isOpen(rectification.caseId())
        && posts.mayChase(cases.get(rectification.caseId()), rectification.unit(), actor);
  }

  /** Nothing is cancelled yet. */
  public void propose(RectificationId id, String reason, Actor actor) {
    var rectification = lock(id, actor);
    var file = cases.get(rectification.caseId());
    requireSupervisor(file, rectification, actor);
    requireNoReview(file);
    Rectifications.requireText("reason", reason, WORDS);
    var signer = signer(file, rectification, actor);
    var cancellation = table.propose(id, reason, actor.id());
    append(rectification, "rectification.cancellation-proposed", actor, reason);
    table.runs(cancellation, workflow.begin(rectification, signer));
  }

  /** The rectification of an open item, by the row rule of its case. */
  @Transactional(readOnly = true)
  public Rectification forItem(String item, Actor actor) {
    var rectification = rectifications.get(workflow.about(item, actor));
    cases.requireSight(rectification.caseId(), actor);
    return rectification;
  }

  /** Needs the item. It takes two: never whoever proposed it, nor anybody of the unit. */
  public void decide(String item, boolean cancelled, String words, Actor actor) {
    var rectification = lock(workflow.about(item, actor), actor);
    var file = cases.get(rectification.caseId());
    var proposed = open(rectification.id())
        .orElseThrow(() -> new Conflict("accountability.rectification.conflict.moved-on", rectification.number()));
    if (actor.involves(proposed.proposedBy())) {
      throw Refused.because("accountability.cancellation.refused.own");
    }
    requireSupervisor(file, rectification, actor);
    if (words.isBlank() || words.length() > WORDS) {
      throw Refused.at("words", "accountability.rectification.refused.reason", WORDS);
    }
    table.decide(proposed.id(), cancelled, words, actor.id());
    append(rectification, cancelled ? "rectification.cancelled" : "rectification.kept", actor, words);
    if (cancelled) {
      requireNoReview(file);
      rectifications.cancel(rectification.id());
      workflow.stop(rectification);
      clocks.follow(file.id(), actor);
    }
    workflow.decided(item, actor);
    if (cancelled) {
      cases.file(file.id(), actor);
    }
  }

  /** Every measure was accepted before anybody decided: there is nothing left to cancel. */
  void finished(RectificationId id) {
    open(id).ifPresent(proposed -> {
      table.decide(proposed.id(), false, "", Actor.SYSTEM.id());
      workflow.end(proposed.run());
    });
  }

  private Optional<RectificationCancellation> open(RectificationId id) {
    return table.of(id).stream().filter(RectificationCancellation::isOpen).findFirst();
  }

  private Rectification lock(RectificationId id, Actor actor) {
    var rectification = rectifications.lock(id);
    cases.requireSight(rectification.caseId(), actor);
    if (!rectification.isOpen()) {
      throw new Conflict("accountability.rectification.conflict.moved-on", rectification.number());
    }
    return rectification;
  }

  private void requireSupervisor(CaseFile file, Rectification rectification, Actor actor) {
    if (!posts.mayChase(file, rectification.unit(), actor.asWhom())) {
      throw new Forbidden("accountability.rectification.forbidden.open");
    }
  }

  private void requireNoReview(CaseFile file) {
    if (reviews.isOpen(file.id())) {
      throw new Conflict("accountability.cancellation.conflict.review");
    }
  }

  /** A leader above the unit or of the office, else an officer of the office; never the one who proposes alone. */
  private CasePost signer(CaseFile file, Rectification rectification, Actor proposing) {
    var leaders = posts.above(file, rectification.unit(), rectification.office()).stream();
    var officers = Stream.of(file.registeringUnit(), rectification.office()).distinct()
        .flatMap(unit -> posts.of(file, Role.OFFICER, unit).stream());
    return Stream.concat(leaders, officers).filter(post -> isSomebody(file, post.group(), post.account(), proposing))
        .findFirst().orElseThrow(() -> new Conflict("accountability.cancellation.conflict.nobody"));
  }

  private boolean isSomebody(CaseFile file, Group group, String account, Actor proposing) {
    return accounts.inUnit(group.unit(), group.role()).stream()
        .filter(each -> account.isEmpty() || each.id().equals(account))
        .anyMatch(each -> each.enabled() && !proposing.involves(each.id()) && !cases.isAbout(file.id(), each));
  }

  private void append(Rectification rectification, String act, Actor actor, String reason) {
    audit.append(rectification.caseId(), actor, act, Map.of("rectification", rectification.id().toString(), "number",
        rectification.number(), "unit", rectification.unit(), "reason", reason));
  }
}
