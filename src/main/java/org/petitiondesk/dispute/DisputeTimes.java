package org.petitiondesk.dispute;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.ClockTerms;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.DueClocks;
import org.petitiondesk.calendar.DueClocks.Goal;
import org.petitiondesk.calendar.Hands;
import org.petitiondesk.calendar.LastingClocks;
import org.petitiondesk.dispute.Dispute.Agreement;
import org.petitiondesk.kernel.Actor;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.Dates;
import org.springframework.stereotype.Component;

/**
 * The clocks of disputes; how long each one is stands in the table {@code clock_terms}. A danger is answered and the court
 * may be asked also when the mediation is over.
 */
@Component
class DisputeTimes implements LastingClocks {

  /** Until both sides have said whether they want it (日). */
  static final String CONSENT = "mediation_consent";
  /** From the mediator's appointment to an agreement or a failure (日). */
  static final String MEDIATION = "mediation";
  /** To the next day that the agreement itself names. */
  static final String PERFORMANCE = "mediation_performance";
  /** In which both sides may go to the court together; their right, nobody of the house is reminded of it. */
  static final String CONFIRMATION = "judicial_confirmation";
  static final String FOLLOW_UP = "mediation_follow_up";
  /** From the report of a danger to the preventive measures (hours). */
  static final String DANGER = "mediation_danger";

  /** A silent side hears again so many days (日) before the end, and so do both of their right to go to the court. */
  private static final int REMINDED_BEFORE = 7;

  private final Clocks clocks;
  private final ClockTerms terms;
  private final DueClocks goals;
  private final Clock clock;

  DisputeTimes(Clocks clocks, ClockTerms terms, DueClocks goals, Clock clock) {
    this.clocks = clocks;
    this.terms = terms;
    this.goals = goals;
    this.clock = clock;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DANGER, CONFIRMATION);
  }

  LocalDate today() {
    return Dates.today(clock);
  }

  Instant now() {
    return clock.instant();
  }

  /** Lets the clock run from today; one that runs already goes on. Its last day. */
  LocalDate start(CaseId id, String kind, String unit, Actor actor) {
    if (running(id, kind).isEmpty()) {
      clocks.start(id, kind, terms.of(kind).term(), today(), unit, actor);
    }
    return running(id, kind).orElseThrow().due().on();
  }

  /** The sides' own right. */
  LocalDate startConfirmation(CaseId id, LocalDate inForceOn, Actor actor) {
    clocks.start(id, CONFIRMATION, terms.of(CONFIRMATION).term(), inForceOn, Hands.PETITIONER, actor);
    return running(id, CONFIRMATION).orElseThrow().due().on();
  }

  void stop(CaseId id, String kind, Actor actor) {
    clocks.stop(id, kind, today(), actor);
  }

  void stopAll(CaseId id, Actor actor) {
    clocks.stopAll(id, today(), actor);
  }

  Optional<ClockState> running(CaseId id, String kind) {
    return clocks.of(id).stream().filter(state -> state.running() && state.kind().equals(kind)).findFirst();
  }

  /** Lets the clock run to the next part that is not performed; without one it stops. */
  void follow(Dispute dispute, Optional<Agreement> agreement, Actor actor) {
    goals.follow(dispute.id(), PERFORMANCE, agreement.stream().flatMap(each -> each.parts().stream())
        .filter(part -> !part.isPerformed()).map(part -> new Goal(part.dueOn(), dispute.committee()))
        .min(Goal.FIRST), actor);
  }

  /** Until when an answer to a danger is due, by its clock. */
  Instant end(CaseId id, String kind) {
    return running(id, kind).orElseThrow().due().end().atZone(Dates.ZONE).toInstant();
  }

  /** As the engine reads it: the morning of the day on which somebody is reminded of that last day. */
  String remindAt(LocalDate last) {
    var day = last.minusDays(REMINDED_BEFORE);
    return at(day.isAfter(today()) ? day : today().plusDays(1), LocalTime.of(9, 0));
  }

  /** As the engine reads it: the end of that day. */
  static String endOf(LocalDate day) {
    return at(day, LocalTime.of(23, 59, 59));
  }

  private static String at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(Dates.ZONE).toOffsetDateTime().toString();
  }
}
