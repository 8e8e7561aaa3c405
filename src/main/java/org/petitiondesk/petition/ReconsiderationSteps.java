package org.petitiondesk.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.PauseEnded;
import org.petitiondesk.calendar.PauseRules;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.DemandPoint;
import org.petitiondesk.casefile.PointAnswer;
import org.petitiondesk.documents.LetterState;
import org.petitiondesk.documents.Letters;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the model of a reconsideration does when it passes a service task. Runs in the engine's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReconsiderationSteps {

  private static final Actor SYSTEM = Actor.SYSTEM;

  private final ReconsiderationRecords records;
  private final ReconsiderationRights rights;
  private final PetitionRecords petitionRecords;
  private final CaseFiles cases;
  private final Clocks clocks;
  private final Terms terms;
  private final Letters letters;
  private final ReconsiderationLetters texts;
  private final Clock clock;

  ReconsiderationSteps(ReconsiderationRecords records, ReconsiderationRights rights, PetitionRecords petitionRecords,
      CaseFiles cases, Clocks clocks, Terms terms, Letters letters, ReconsiderationLetters texts, Clock clock) {
    this.records = records;
    this.rights = rights;
    this.petitionRecords = petitionRecords;
    this.cases = cases;
    this.clocks = clocks;
    this.terms = terms;
    this.letters = letters;
    this.texts = texts;
    this.clock = clock;
  }

  /** What comes after a reconsideration. */
  public enum Way {
    /** The unit handles the matter once more. */
    ANEW,
    /** The petitioner has not rated yet, and can. */
    RATE, CLOSE
  }

  /**
   * @param ratingUntil end of rating for a timer, ISO 8601 with offset
   */
  public record Conclusion(Way way, String ratingUntil) {}

  /** The petitioner is told who decides, and until when. */
  public void admit(CaseId id) {
    var asked = open(id);
    letters.issue(texts.admitted(asked, due(asked)), SYSTEM);
  }

  /** The opinion stands as it is; what is left of the time to ask is left. */
  public void refuse(CaseId id) {
    var asked = last(id);
    letters.issue(texts.refused(asked), SYSTEM);
    clocks.stop(id, asked.level().clock(), today(), SYSTEM);
    rights.leave(id, records.lastOpinion(id).orElseThrow());
  }

  /** The petitioner has taken the request back: told so in writing, with what is left of the time to ask. */
  public void withdraw(CaseId id) {
    var asked = last(id);
    letters.issue(texts.withdrawn(asked), SYSTEM);
    endHearing(id);
    clocks.stop(id, asked.level().clock(), today(), SYSTEM);
    rights.leave(id, records.lastOpinion(id).orElseThrow());
  }

  /** The days of the hearing do not count; a clock that stands still for something else goes on standing still for it. */
  public void callHearing(CaseId id) {
    var asked = open(id);
    var hearing = lastHearing(asked);
    letters.issue(texts.hearing(asked, hearing), SYSTEM);
    pause(id, hearing, today());
  }

  /** What else it stood still for is over; what is left of the hearing still does not count. */
  @EventListener
  public void on(PauseEnded ended) {
    records.open(ended.caseId()).flatMap(asked -> records.hearings(asked.id()).stream().filter(Hearing::goesOn)
        .findFirst()).ifPresent(hearing -> pause(ended.caseId(), hearing, ended.on()));
  }

  private void pause(CaseId id, Hearing hearing, LocalDate on) {
    if (!clocks.pausable(id, PauseRules.HEARING).isEmpty()) {
      clocks.pause(id, on, PauseRules.HEARING, hearing.matters(), SYSTEM);
    }
  }

  public void endHearing(CaseId id) {
    // A pause that has passed its latest end is over already.
    if (clocks.isPausedFor(id, PauseRules.HEARING)) {
      clocks.resume(id, PauseRules.HEARING, today(), SYSTEM);
    }
  }

  /** The approved draft becomes a numbered letter. */
  public void issue(CaseId id) {
    var asked = open(id);
    var draft = records.lastDraft(asked.id()).orElseThrow();
    letters.issue(texts.opinion(asked, draft,
        petitionRecords.deliveryChangeSince(id, draft.draftedAt()).orElse(draft.method())), SYSTEM);
  }

  /** The clock stops at delivery; what the body has changed is the answer from now on. */
  public void record(CaseId id) {
    var asked = open(id);
    var letter = letters.of(id).stream().filter(one -> one.template().equals(ReconsiderationLetters.OPINION))
        .filter(one -> one.state() == LetterState.DELIVERED).reduce((earlier, later) -> later).orElseThrow();
    var on = letter.deliveredOn().orElseThrow();
    var draft = records.lastDraft(asked.id()).orElseThrow();
    clocks.stop(id, asked.level().clock(), on, SYSTEM);
    change(id, draft.findings());
    rights.arrived(id, asked.level(), asked.body(), letter.id(), on, Optional.of(asked.id()),
        Optional.of(draft.result()));
  }

  private void change(CaseId id, List<Finding> findings) {
    var changed = findings.stream().filter(finding -> finding.result() == ReviewResult.CHANGE)
        .collect(Collectors.toMap(Finding::number, Finding::answer));
    if (!changed.isEmpty()) {
      cases.answer(id, cases.points(id).stream().map(point -> answer(point, changed)).toList(), SYSTEM);
    }
  }

  private static PointAnswer answer(DemandPoint point, Map<Integer, PointAnswer> changed) {
    return changed.getOrDefault(point.number(), point.answer().orElse(null));
  }

  /** Back to the unit when it was ordered so, with a new time for handling; else to rating or to its end. */
  public Conclusion conclude(CaseId id) {
    var asked = last(id);
    var ratingUntil = Terms.endOf(terms.lastDay(Terms.RATING));
    if (asked.result().equals(Optional.of(ReviewResult.ANEW))) {
      cases.move(id, CaseStatus.HANDLING, SYSTEM);
      clocks.start(id, Terms.HANDLING, terms.of(Terms.HANDLING), today(), cases.get(id).leadUnit().orElseThrow(),
          SYSTEM);
      return new Conclusion(Way.ANEW, ratingUntil);
    }
    if (asked.wasClosed() || petitionRecords.rating(id).isPresent()) {
      return new Conclusion(Way.CLOSE, ratingUntil);
    }
    cases.move(id, CaseStatus.DELIVERED, SYSTEM);
    return new Conclusion(Way.RATE, ratingUntil);
  }

  private LocalDate due(Reconsideration asked) {
    return clocks.of(asked.caseId()).stream().filter(ClockState::running)
        .filter(state -> state.kind().equals(asked.level().clock())).findFirst().orElseThrow().due().on();
  }

  private Hearing lastHearing(Reconsideration asked) {
    return records.hearings(asked.id()).stream().reduce((earlier, later) -> later).orElseThrow();
  }

  private Reconsideration open(CaseId id) {
    return records.open(id).orElseThrow();
  }

  private Reconsideration last(CaseId id) {
    return records.requests(id).stream().reduce((earlier, later) -> later).orElseThrow();
  }

  private LocalDate today() {
    return Dates.today(clock);
  }
}
