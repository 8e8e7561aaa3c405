package org.petitiondesk.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks around an objection: the unit's time to object, the time of whoever decides, and the handling clock, which
 * runs from the dispatch when units disagree.
 */
@Component
@Transactional
class ObjectionClocks {

  private static final Actor SYSTEM = Actor.SYSTEM;

  private final Clocks clocks;
  private final Terms terms;
  private final PetitionRecords records;
  private final Clock clock;

  ObjectionClocks(Clocks clocks, Terms terms, PetitionRecords records, Clock clock) {
    this.clocks = clocks;
    this.terms = terms;
    this.records = records;
    this.clock = clock;
  }

  /** The unit that got the petition may object from today on. */
  void begin(CaseId id, String unit) {
    clocks.start(id, Terms.OBJECTION, terms.of(Terms.OBJECTION), today(), unit, SYSTEM);
  }

  /** A right that is used or given up ends; it never runs over its last day. */
  void used(CaseId id) {
    running(id, Terms.OBJECTION).ifPresent(this::end);
  }

  /** An objection that was taken back leaves the rest of the time. */
  void leave(CaseId id, String unit) {
    last(id, unit).filter(time -> !time.running() && !isOver(time)).ifPresent(
        time -> clocks.start(id, Terms.OBJECTION, terms.of(Terms.OBJECTION), time.startedOn(), unit, SYSTEM));
  }

  /** The last day on which the unit may object; empty for a petition that came to it before such clocks ran. */
  @Transactional(readOnly = true)
  Optional<LocalDate> lastDay(CaseId id, String unit) {
    return last(id, unit).map(time -> time.due().on());
  }

  /** Whoever decides now has the whole time for it. */
  void waitFor(CaseId id, String body) {
    decided(id);
    clocks.start(id, Terms.OBJECTION_DECISION, terms.of(Terms.OBJECTION_DECISION), today(), body, SYSTEM);
  }

  void decided(CaseId id) {
    clocks.stop(id, Terms.OBJECTION_DECISION, today(), SYSTEM);
  }

  /** As if the first unit had accepted it on the day of the dispatch. */
  void handlingGoesOn(CaseId id) {
    if (running(id, Terms.HANDLING).isEmpty()) {
      var dispatch = records.assignments(id).get(0);
      clocks.start(id, Terms.HANDLING, terms.of(Terms.HANDLING), Dates.local(dispatch.assignedAt()).toLocalDate(),
          records.lastAssignment(id).leadUnit(), SYSTEM);
    }
  }

  /** The times to object that have passed while nobody objected. Each case is its own act. */
  @Transactional(readOnly = true)
  List<ClockState> passed() {
    return clocks.runOut(Set.of(Terms.OBJECTION));
  }

  void lapse(ClockState time) {
    clocks.find(time.id()).filter(ClockState::running).ifPresent(this::end);
  }

  private void end(ClockState time) {
    clocks.stop(time.caseId(), time.kind(), isOver(time) ? time.due().on() : today(), SYSTEM);
  }

  private Optional<ClockState> last(CaseId id, String unit) {
    return clocks.of(id).stream().filter(time -> time.kind().equals(Terms.OBJECTION) && time.unit().equals(unit))
        .max(Comparator.comparing(ClockState::running).thenComparing(ClockState::startedOn));
  }

  private Optional<ClockState> running(CaseId id, String kind) {
    return clocks.of(id).stream().filter(time -> time.running() && time.kind().equals(kind)).findFirst();
  }

  private boolean isOver(ClockState time) {
    return today().isAfter(time.due().on());
  }

  private LocalDate today() {
    return Dates.today(clock);
  }
}
