package org.petitiondesk.accountability;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CasePost;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseReviews;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.kernel.Forbidden;
import org.petitiondesk.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about a measure: report it done, inspect it, say how it goes on when it was sent back too often. */
@Service
@Transactional
public class RectificationService {

  private static final int WORDS = 4000;

  private final RectificationRepository rectifications;
  private final RectificationOwners owners;
  private final RectificationTimes times;
  private final RectificationClocks clocks;
  private final RectificationWorkflow workflow;
  private final RectificationCancellations cancellations;
  private final CaseReviews reviews;
  private final CaseFiles cases;
  private final Documents documents;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  RectificationService(RectificationRepository rectifications, RectificationOwners owners, RectificationTimes times,
      RectificationClocks clocks, RectificationWorkflow workflow, RectificationCancellations cancellations,
      CaseReviews reviews, CaseFiles cases, Documents documents, AuditTrail audit, ApplicationEventPublisher events) {
    this.rectifications = rectifications;
    this.owners = owners;
    this.times = times;
    this.clocks = clocks;
    this.workflow = workflow;
    this.cancellations = cancellations;
    this.reviews = reviews;
    this.cases = cases;
    this.documents = documents;
    this.audit = audit;
    this.events = events;
  }

  /** A measure with its rectification and case. */
  public record Subject(CaseFile file, Rectification rectification, Measure measure) {}

  /** How a measure goes on that was sent back too often. */
  public enum Direction {
    /** 限期整改: the same owner, a new day */
    GO_ON,
    /** 更换责任人: somebody else of the unit, a new day */
    OTHER_OWNER,
    /** 提请四不放过评查: a review, and a new day for the measure */
    REVIEW
  }

  /** What an item is about, by the row rule of its case and for the one who may work on the item. */
  @Transactional(readOnly = true)
  public Subject forItem(String item, String step, Actor actor) {
    var about = workflow.about(item, step, actor);
    return subject(rectifications.get(about.rectification()), about.measure(), actor);
  }

  /**
   * The owner says that it is done. It waits for somebody else to inspect it.
   *
   * @param before how it was; needed the first time
   * @param after how it is now; one file at least
   */
  public void complete(String item, String words, List<Upload> before, List<Upload> after, Actor actor) {
    var subject = lock(item, AccountabilityRectification.USER_CARRY_OUT, Measure.State.WORKING, actor);
    requireWords(words, "accountability.rectification.refused.words");
    if (before.isEmpty() && subject.measure().lastCompletion().isEmpty()) {
      throw Refused.at("before", "accountability.rectification.refused.before");
    }
    if (after.isEmpty()) {
      throw Refused.at("after", "accountability.rectification.refused.after");
    }
    var step = add(subject, RectificationStep.Kind.COMPLETED, words, Optional.empty(), actor);
    attach(subject, step, RectificationStep.Shows.BEFORE, before, actor);
    attach(subject, step, RectificationStep.Shows.AFTER, after, actor);
    move(subject, Measure.State.COMPLETED, Optional.of(times.inspectOn()));
    append(subject, "rectification.completed", actor, Map.of("words", words, "files", before.size() + after.size()));
    clocks.follow(subject.file().id(), actor);
    workflow.completed(item, again(subject), owners.inspecting(subject.file(), subject.rectification()), actor);
  }

  /**
   * Accepts the measure after a visit on site. Never by its owner, by whoever reported it, or from within the unit; see
   * {@link RectificationOwners#mayInspect}.
   *
   * @param on the day on site
   */
  public void accept(String item, String words, LocalDate on, List<Upload> files, Actor actor) {
    var subject = inspect(item, words, on, actor, "accountability.rectification.refused.seen");
    var kind = owners.isWithin(subject.rectification(), actor)
        ? RectificationStep.Kind.ACCEPTED_WITHIN
        : RectificationStep.Kind.ACCEPTED;
    attach(subject, add(subject, kind, words, Optional.of(on), actor), RectificationStep.Shows.INSPECTION, files,
        actor);
    move(subject, Measure.State.ACCEPTED, Optional.empty());
    append(subject, "rectification.accepted", actor, Map.of("words", words, "onSite", on.toString()));
    clocks.follow(subject.file().id(), actor);
    if (rectifications.get(subject.rectification().id()).accepted() == subject.rectification().measures().size()) {
      finish(subject, actor);
    }
    workflow.accepted(item, actor);
  }

  /** Not good enough: the owner goes on until a new day, or, when that happens too often, a leader above decides. */
  public void sendBack(String item, String reason, LocalDate on, LocalDate dueOn, List<Upload> files, Actor actor) {
    var subject = inspect(item, reason, on, actor, "accountability.rectification.refused.reason-back");
    Rectifications.requireDay("dueOn", dueOn, times);
    var day = times.lastDay(dueOn);
    attach(subject, add(subject, RectificationStep.Kind.SENT_BACK, reason, Optional.of(day), actor),
        RectificationStep.Shows.INSPECTION, files, actor);
    move(subject, Measure.State.WORKING, Optional.empty());
    rectifications.order(subject.rectification().id(), subject.measure().number(), subject.measure().owner(), day);
    append(subject, "rectification.sent-back", actor, Map.of("reason", reason, "dueOn", day.toString()));
    clocks.follow(subject.file().id(), actor);
    var again = again(subject);
    workflow.sentBack(item, again, post(subject, again.owner()), actor);
  }

  /**
   * A leader above says how a measure goes on that was sent back too often.
   *
   * @param owner somebody else of the unit, for {@link Direction#OTHER_OWNER}
   */
  public void direct(String item, Direction direction, String words, String owner, LocalDate dueOn, Actor actor) {
    var subject = lock(item, AccountabilityRectification.USER_DIRECT, Measure.State.DIRECTION, actor);
    var rectification = subject.rectification();
    if (direction == null) {
      throw Refused.at("direction", "accountability.rectification.refused.direction");
    }
    if (direction == Direction.REVIEW && !reviews.isOpen(subject.file().id())
        && !reviews.mayOpen(subject.file().id(), actor)) {
      throw Refused.at("direction", "accountability.rectification.refused.review");
    }
    requireWords(words, "accountability.rectification.refused.words");
    var next = direction == Direction.OTHER_OWNER ? owner : subject.measure().owner();
    if (direction == Direction.OTHER_OWNER && (owner.equals(subject.measure().owner())
        || owners.of(subject.file(), rectification.unit()).stream().noneMatch(one -> one.id().equals(owner)))) {
      throw Refused.at("owner", "accountability.rectification.refused.other-owner");
    }
    Rectifications.requireDay("dueOn", dueOn, times);
    var day = times.lastDay(dueOn);
    add(subject, RectificationStep.Kind.DIRECTED, words, Optional.of(day), actor);
    move(subject, Measure.State.WORKING, Optional.empty());
    rectifications.order(rectification.id(), subject.measure().number(), next, day);
    append(subject, "rectification.directed", actor,
        Map.of("direction", direction.name(), "words", words, "dueOn", day.toString(), "account", next));
    clocks.follow(subject.file().id(), actor);
    workflow.directed(item, again(subject), post(subject, next), actor);
    if (direction == Direction.REVIEW && !reviews.isOpen(subject.file().id())) {
      reviews.open(subject.file().id(), words, actor);
    }
  }

  private void finish(Subject subject, Actor actor) {
    var id = subject.rectification().id();
    rectifications.done(id);
    cancellations.finished(id);
    audit.append(subject.file().id(), actor, "rectification.done", Map.of("rectification", id.toString(), "number",
        subject.rectification().number(), "unit", subject.rectification().unit()));
    events.publishEvent(new RectificationDone(id, subject.file().id()));
    cases.file(subject.file().id(), actor);
  }

  private Subject inspect(String item, String words, LocalDate on, Actor actor, String refused) {
    var subject = lock(item, AccountabilityRectification.USER_INSPECT, Measure.State.COMPLETED, actor);
    if (!owners.mayInspect(subject.rectification(), subject.measure(), actor)) {
      throw new Forbidden("accountability.rectification.forbidden.own-measure");
    }
    requireWords(words, refused);
    var reported = subject.measure().lastCompletion().map(step -> Dates.local(step.at()).toLocalDate()).orElseThrow();
    if (on == null || on.isBefore(reported) || on.isAfter(times.today())) {
      throw Refused.at("on", "accountability.rectification.refused.on", reported);
    }
    return subject;
  }

  private Subject lock(String item, String step, Measure.State state, Actor actor) {
    var about = workflow.about(item, step, actor);
    var subject = subject(rectifications.lock(about.rectification()), about.measure(), actor);
    if (subject.measure().state() != state) {
      throw new Conflict("accountability.rectification.conflict.moved-on", subject.rectification().number());
    }
    return subject;
  }

  private Subject subject(Rectification rectification, int measure, Actor actor) {
    cases.requireSight(rectification.caseId(), actor);
    return new Subject(cases.get(rectification.caseId()), rectification, rectification.measure(measure).orElseThrow());
  }

  private Measure again(Subject subject) {
    return rectifications.get(subject.rectification().id()).measure(subject.measure().number()).orElseThrow();
  }

  private CasePost post(Subject subject, String owner) {
    return owners.post(subject.file(), subject.rectification().unit(), owner);
  }

  private void move(Subject subject, Measure.State state, Optional<LocalDate> inspectOn) {
    rectifications.move(subject.rectification().id(), subject.measure().number(), state, inspectOn);
  }

  private int add(Subject subject, RectificationStep.Kind kind, String words, Optional<LocalDate> on, Actor actor) {
    return rectifications.add(subject.rectification().id(), subject.measure().number(), kind, actor.asWhom().unit(),
        actor.id(), words, on);
  }

  private void attach(Subject subject, int step, RectificationStep.Shows shows, List<Upload> files, Actor actor) {
    files.forEach(file -> rectifications.attach(subject.rectification().id(), subject.measure().number(), step,
        documents.add(subject.file().id(), DocumentKind.PROOF, file, actor), shows));
  }

  private static void requireWords(String words, String key) {
    if (words.isBlank() || words.length() > WORDS) {
      throw Refused.at("words", key, WORDS);
    }
  }

  private void append(Subject subject, String act, Actor actor, Map<String, Object> more) {
    var details = new HashMap<>(more);
    details.putAll(Map.of("rectification", subject.rectification().id().toString(), "number",
        subject.rectification().number(), "unit", subject.rectification().unit(), "measureNumber",
        subject.measure().number()));
    audit.append(subject.file().id(), actor, act, details);
  }
}
