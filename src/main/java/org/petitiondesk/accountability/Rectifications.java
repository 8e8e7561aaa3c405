package org.petitiondesk.accountability;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CasePosts;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.people.Account;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders rectification (整改) and finds it again. */
@Component
@Transactional
public class Rectifications {

  public static final int MOST_MEASURES = 20;
  private static final int TEXT = 2000;
  private static final int PROOF = 1000;

  private final RectificationRepository rectifications;
  private final ReviewTable reviews;
  private final RectificationOwners owners;
  private final RectificationTimes times;
  private final RectificationClocks clocks;
  private final RectificationWorkflow workflow;
  private final CaseFiles cases;
  private final CasePosts posts;
  private final Letters letters;
  private final Units units;
  private final AuditTrail audit;
  private final Clock clock;

  Rectifications(RectificationRepository rectifications, ReviewTable reviews, RectificationOwners owners,
      RectificationTimes times,
      RectificationClocks clocks, RectificationWorkflow workflow, CaseFiles cases, CasePosts posts, Letters letters,
      Units units, AuditTrail audit, Clock clock) {
    this.rectifications = rectifications;
    this.reviews = reviews;
    this.owners = owners;
    this.times = times;
    this.clocks = clocks;
    this.workflow = workflow;
    this.cases = cases;
    this.posts = posts;
    this.letters = letters;
    this.units = units;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Opens a rectification: the unit gets a numbered notice, each owner an item, the register a line. For people the
   * caller asks {@link #mayOpen} first. A closed case may be ordered to be mended too; it is not filed away meanwhile. While
   * a review of the case is open, it is of the review's rectification track.
   *
   * @param unit works on the case, and is not dissolved
   * @param measures one at least, each with an owner of the unit and a day that is not in the past
   * @throws Refused at {@code unit}, {@code reason}, {@code measures}, {@code measures[0].text} and so on
   */
  public RectificationId open(CaseId caseId, String unit, List<NewMeasure> measures, String reason, Actor actor) {
    var file = cases.get(caseId);
    if (posts.involved(file).noneMatch(each -> each.id().equals(unit))) {
      throw Refused.at("unit", "accountability.rectification.refused.unit", units.name(unit));
    }
    requireText("reason", reason, TEXT);
    if (measures.isEmpty() || measures.size() > MOST_MEASURES) {
      throw Refused.at("measures", "accountability.rectification.refused.measures", MOST_MEASURES);
    }
    IntStream.range(0, measures.size()).forEach(i -> require("measures[" + i + "].", measures.get(i), file, unit));
    var desk = posts.desk(file, unit, actor);
    var ordered = ordered(measures);
    var notice = letters.compose("rectification_notice", desk.unit(), "整",
        Map.of("rectifying", units.name(unit), "title", file.title(), "code", file.code(), "reason", reason, "measures",
            ordered.stream().map(this::line).toList()));
    var opened = new Rectification(RectificationId.next(), caseId, reviews.open(caseId).map(Review::id), unit,
        desk.toString(), actor.id(), now(),
        reason, notice, RectificationState.OPEN, Optional.empty(), Optional.empty(), ordered);
    rectifications.insert(opened);
    audit.append(caseId, actor, "rectification.opened", Map.of("rectification", opened.id().toString(), "number",
        opened.number(), "unit", unit, "reason", reason, "measures", measures.size()));
    cases.takeOut(caseId, actor);
    clocks.follow(caseId, actor);
    ordered.forEach(measure -> workflow.begin(opened, measure, owners.post(file, unit, measure.owner())));
    return opened.id();
  }

  /** By the row rule of the case; {@link org.petitiondesk.kernel.NotFound} otherwise. */
  @Transactional(readOnly = true)
  public Rectification get(RectificationId id, Actor actor) {
    var rectification = rectifications.get(id);
    cases.requireSight(rectification.caseId(), actor);
    return rectification;
  }

  /** Every rectification of the case, the latest first, by its row rule. */
  @Transactional(readOnly = true)
  public List<Rectification> of(CaseId caseId, Actor actor) {
    cases.requireSight(caseId, actor);
    return rectifications.of(caseId);
  }

  /**
   * Whether the actor may order this unit to mend something: as officer or leader of the office that registered the case,
   * or as leader of a unit above; never their own. The caller has checked sight of the case.
   */
  public boolean mayOpen(CaseFile file, String unit, Actor actor) {
    return posts.mayChase(file, unit, actor);
  }

  /** The units of the case which the actor may order to mend something. */
  @Transactional(readOnly = true)
  public List<Unit> unitsFor(CaseFile file, Actor actor) {
    return posts.involved(file).filter(unit -> mayOpen(file, unit.id(), actor)).toList();
  }

  /** Who of the unit can answer for a measure. */
  @Transactional(readOnly = true)
  public List<Account> ownersOf(CaseFile file, String unit) {
    return owners.of(file, unit);
  }

  public RectificationLight light(Rectification rectification) {
    return times.light(rectification);
  }

  public RectificationLight light(Measure measure) {
    return times.light(measure);
  }

  public boolean isLate(Measure measure) {
    return times.isLate(measure);
  }

  /**
   * Says that an accepted rectification has not held, and keeps why. False when it was not accepted, or failed before.
   *
   * @param reason in words; empty is refused
   */
  boolean fail(RectificationId id, String reason, Actor actor) {
    requireText("reason", reason, TEXT);
    var rectification = rectifications.lock(id);
    if (!rectifications.failed(id, reason, actor.id())) {
      return false;
    }
    audit.append(rectification.caseId(), actor, "rectification.failed", Map.of("rectification", id.toString(), "number",
        rectification.number(), "unit", rectification.unit(), "reason", reason));
    return true;
  }

  private void require(String at, NewMeasure measure, CaseFile file, String unit) {
    requireText(at + "text", measure.text(), TEXT);
    if (owners.of(file, unit).stream().noneMatch(account -> account.id().equals(measure.owner()))) {
      throw Refused.at(at + "owner", "accountability.rectification.refused.owner", units.name(unit));
    }
    requireDay(at + "dueOn", measure.dueOn(), times);
    requireText(at + "proof", measure.proof(), PROOF);
  }

  static void requireDay(String field, LocalDate day, RectificationTimes times) {
    if (day == null || day.isBefore(times.today())) {
      throw Refused.at(field, "accountability.rectification.refused.past");
    }
    if (day.isAfter(times.today().plusYears(3))) {
      throw Refused.at(field, "accountability.rectification.refused.far");
    }
  }

  static void requireText(String field, String text, int length) {
    if (text.isBlank() || text.length() > length) {
      var name = field.substring(field.lastIndexOf('.') + 1);
      throw Refused.at(field, "accountability.rectification.refused." + name, length);
    }
  }

  private List<Measure> ordered(List<NewMeasure> measures) {
    var ordered = new ArrayList<Measure>();
    for (var measure : measures) {
      ordered.add(new Measure(ordered.size() + 1, measure.text(), measure.owner(), measure.proof(),
          times.lastDay(measure.dueOn()), Optional.empty(), Measure.State.WORKING, List.of()));
    }
    return ordered;
  }

  private Map<String, Object> line(Measure measure) {
    return Map.of("measure", measure.number(), "text", measure.text(), "owner", owners.name(measure.owner()), "dueOn",
        measure.dueOn(), "proof", measure.proof());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
