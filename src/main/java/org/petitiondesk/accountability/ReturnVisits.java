package org.petitiondesk.accountability;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.audit.AuditTrail;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.ClockTerms;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.LastingClocks;
import org.petitiondesk.casefile.CaseClosed;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CasePosts;
import org.petitiondesk.documents.DocumentKind;
import org.petitiondesk.documents.Documents;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.engine.Decisions;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.kernel.Refused;
import org.petitiondesk.kernel.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks back (回头看) at every case in which something was mended: so many days after it was closed, or after the last
 * measure was accepted where that came later, as the table {@code accountability_return_visit_day} says.
 */
@Component
@Transactional
public class ReturnVisits implements LastingClocks {

  static final String CLOCK = "return_visit";
  /** It is the reason of a review when it was not mended. */
  private static final int WORDS = Reviews.REASON_LENGTH;
  private static final int SPOKEN_WITH = 200;

  private final ReturnVisitTable visits;
  private final RectificationRepository rectifications;
  private final RectificationTimes times;
  private final ReturnVisitWorkflow workflow;
  private final NotHeld notHeld;
  private final Decisions decisions;
  private final Clocks clocks;
  private final ClockTerms terms;
  private final CaseFiles cases;
  private final CasePosts posts;
  private final Documents documents;
  private final AuditTrail audit;
  private final Clock clock;

  ReturnVisits(ReturnVisitTable visits, RectificationRepository rectifications, RectificationTimes times,
      ReturnVisitWorkflow workflow, NotHeld notHeld, Decisions decisions, Clocks clocks, ClockTerms terms,
      CaseFiles cases, CasePosts posts, Documents documents, AuditTrail audit, Clock clock) {
    this.visits = visits;
    this.rectifications = rectifications;
    this.times = times;
    this.workflow = workflow;
    this.notHeld = notHeld;
    this.decisions = decisions;
    this.clocks = clocks;
    this.terms = terms;
    this.cases = cases;
    this.posts = posts;
    this.documents = documents;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(CLOCK);
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(CaseClosed closed) {
    plan(closed.id());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(RectificationDone done) {
    if (cases.get(done.caseId()).isClosed()) {
      plan(done.caseId());
    }
  }

  /** Every visit of the case, the next one first, by its row rule. */
  @Transactional(readOnly = true)
  public List<ReturnVisit> of(CaseId caseId, Actor actor) {
    cases.requireSight(caseId, actor);
    return visits.of(caseId);
  }

  /** The visit that an item is about, by the row rule of its case and for the one who may work on the item. */
  @Transactional(readOnly = true)
  public ReturnVisit forItem(String item, Actor actor) {
    var visit = visits.get(workflow.about(item, actor));
    cases.requireSight(visit.caseId(), actor);
    return visit;
  }

  /**
   * What was found. When it is not mended any more, the rectifications of the case have failed, and the review goes on
   * or is proposed.
   *
   * @param held null where nothing was chosen, which is refused
   * @param files needed for a visit on site
   */
  public void record(String item, Boolean held, ReturnVisit.Way way, String spokenWith, String words, LocalDate on,
      List<Upload> files, Actor actor) {
    var visit = visits.lock(workflow.about(item, actor));
    cases.requireSight(visit.caseId(), actor);
    if (visit.state() != ReturnVisit.State.DUE) {
      throw new Conflict("accountability.visit.conflict.done");
    }
    require(visit, held, way, spokenWith, words, on, files);
    var kept = files.stream().map(file -> documents.add(visit.caseId(), DocumentKind.PROOF, file, actor)).toList();
    visits.done(visit.id(), new ReturnVisit.Result(held, way, spokenWith, words, on, actor.id(), now(), kept));
    audit.append(visit.caseId(), actor, held ? "return-visit.held" : "return-visit.not-held",
        Map.of("visit", visit.id().toString(), "days", visit.days(), "way", way.name(), "words", words));
    clocks.stop(visit.caseId(), CLOCK, times.today(), actor);
    visits.of(visit.caseId()).stream().filter(other -> other.state() == ReturnVisit.State.DUE).findFirst()
        .ifPresent(other -> start(visit.caseId()));
    if (!held) {
      notHeld.say(visit.caseId(), words, actor);
    }
    workflow.done(item, actor);
  }

  /** The day has come: who is there now goes, and has a clock for it. */
  public Facts begin(ReturnVisitId id) {
    var visit = visits.lock(id);
    var file = cases.get(visit.caseId());
    visits.due(id);
    if (clocks.of(file.id()).stream().noneMatch(state -> state.running() && state.kind().equals(CLOCK))) {
      start(file.id());
    }
    var going = posts.deciding(file, new Group(Role.OFFICER, file.registeringUnit()), "");
    return AccountabilityReturnVisit.VISITORS.with(going.group().toString()).with(AccountabilityReturnVisit.VISITOR,
        going.account());
  }

  /** Last day for a visit that is due: that of the clock. */
  @Transactional(readOnly = true)
  public LocalDate until(ReturnVisit visit) {
    return clocks.of(visit.caseId()).stream().filter(state -> state.running() && state.kind().equals(CLOCK)).findFirst()
        .map(ClockState::due).map(due -> due.on()).orElse(visit.dueOn());
  }

  private void plan(CaseId caseId) {
    var mended = rectifications.of(caseId);
    var open = mended.stream().anyMatch(Rectification::isOpen);
    if (mended.isEmpty() || open
        || visits.of(caseId).stream().anyMatch(visit -> visit.state() != ReturnVisit.State.DONE)) {
      return;
    }
    var urgency = cases.get(caseId).urgency().name();
    for (var row : decisions.evaluate("accountability_return_visit_day", Map.of("urgency", urgency)).rows()) {
      var days = row.number("days");
      var visit = new ReturnVisit(ReturnVisitId.next(), caseId, days, row.text("rule"),
          times.lastDay(times.today().plusDays(days)), ReturnVisit.State.PLANNED, Optional.empty());
      visits.insert(visit, now());
      audit.append(caseId, Actor.SYSTEM, "return-visit.planned",
          Map.of("visit", visit.id().toString(), "days", days, "plannedOn", visit.dueOn().toString()));
      workflow.begin(visit);
    }
  }

  private void start(CaseId caseId) {
    clocks.start(caseId, CLOCK, terms.of(CLOCK).term(), times.today(), cases.get(caseId).registeringUnit(),
        Actor.SYSTEM);
  }

  private void require(ReturnVisit visit, Boolean held, ReturnVisit.Way way, String spokenWith, String words,
      LocalDate on, List<Upload> files) {
    if (held == null) {
      throw Refused.at("held", "accountability.visit.refused.held");
    }
    if (way == null) {
      throw Refused.at("way", "accountability.visit.refused.way");
    }
    if (spokenWith.isBlank() || spokenWith.length() > SPOKEN_WITH) {
      throw Refused.at("spokenWith", "accountability.visit.refused.spoken-with", SPOKEN_WITH);
    }
    if (words.isBlank() || words.length() > WORDS) {
      throw Refused.at("words", "accountability.visit.refused.words", WORDS);
    }
    if (on == null || on.isBefore(visit.dueOn()) || on.isAfter(times.today())) {
      throw Refused.at("on", "accountability.visit.refused.on", visit.dueOn());
    }
    if (way == ReturnVisit.Way.ON_SITE && files.isEmpty()) {
      throw Refused.at("files", "accountability.visit.refused.files");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
