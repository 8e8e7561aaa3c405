package org.petitiondesk.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.calendar.OfficeHours;
import org.petitiondesk.calendar.WorkingDays;
import org.petitiondesk.casefile.Urgency;
import org.petitiondesk.engine.Decisions;
import org.petitiondesk.engine.FiredRow;
import org.petitiondesk.kernel.Role;
import org.petitiondesk.people.Unit;
import org.petitiondesk.people.UnitKind;
import org.petitiondesk.people.Units;
import org.springframework.stereotype.Component;

/**
 * The ladder of a clock, from the decision table {@code clock_alarms}, and which of its steps comes next. Of several rows
 * for one step the first counts, so that special rows stand above the usual ones.
 */
@Component
class ClockAlarms {

  /** What happens when the table has no row at all, or none that does anything: a broken table is no silence. */
  static final AlarmStep UNNAMED = new AlarmStep("unnamed", 1, AlarmAction.DECISION, ReceiverRole.UNIT_LEADER);

  /** The end of the time for a decision is a moment of the ladder too. */
  static final AlarmStep UNDECIDED = new AlarmStep("undecided", 1, AlarmAction.DECISION, ReceiverRole.LEADER_ABOVE);

  private static final Comparator<AlarmStep> BY_STAGE = Comparator.comparing(AlarmStep::stage);

  private final Decisions decisions;
  private final Units units;
  private final WorkingDays workingDays;
  private final OfficeHours officeHours;
  private final Clocks clocks;
  private final Clock clock;

  ClockAlarms(Decisions decisions, Units units, WorkingDays workingDays, OfficeHours officeHours, Clocks clocks,
      Clock clock) {
    this.decisions = decisions;
    this.units = units;
    this.workingDays = workingDays;
    this.officeHours = officeHours;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * What has gone off for the date that the clock has now.
   *
   * @param steps ids
   * @param last when the last one went off; an alarm for a date before counts too
   */
  record Fired(Set<String> steps, Optional<Instant> last) {

    static final Fired NOTHING = new Fired(Set.of(), Optional.empty());

    Fired with(AlarmStep step, Instant at) {
      var more = new HashSet<>(steps);
      more.add(step.id());
      return new Fired(more, Optional.of(at));
    }
  }

  /**
   * The next step of a running clock. A reminder for which it is too late, because the clock began after its day or a
   * later step is due already, is left out; everything else comes in order, each an hour of work after the one before.
   * While the clock is paused, the only step is to chase what it waits for.
   */
  Optional<NextAlarm> next(ClockState state, Urgency urgency, Fired fired) {
    if (!state.running() || state.isRight()) {
      return Optional.empty();
    }
    if (state.paused()) {
      return chase(state, fired);
    }
    var now = clock.instant();
    var notBefore = fired.last().map(last -> officeHours.hourAfter(last, state.unit()));
    var ladder = ladder(state, urgency, fired.steps());
    return ladder.stream().filter(step -> !fired.steps().contains(step.id()))
        .filter(step -> !step.isReminder() || isInTime(step, state, ladder, now)).findFirst()
        .map(step -> new NextAlarm(step, notBefore.filter(moment(step, state)::isBefore)
            .orElseGet(() -> moment(step, state))));
  }

  /** As many working days after the beginning of the pause as the table of pauses says. */
  private Optional<NextAlarm> chase(ClockState state, Fired fired) {
    return clocks.openPause(state).filter(pause -> pause.rule().chaseAfter() > 0)
        .map(pause -> new NextAlarm(AlarmStep.chase(pause),
            officeHours.opening(day(pause.rule().chaseAfter(), pause.on()), state.unit())))
        .filter(next -> !fired.steps().contains(next.step().id()));
  }

  private boolean isInTime(AlarmStep reminder, ClockState state, List<AlarmStep> ladder, Instant now) {
    return day(reminder.stage(), state.due().on()).isAfter(state.startedOn())
        && ladder.subList(ladder.indexOf(reminder) + 1, ladder.size()).stream()
            .noneMatch(later -> later.stage() > reminder.stage() && !moment(later, state).isAfter(now));
  }

  private Instant moment(AlarmStep step, ClockState state) {
    return officeHours.opening(day(step.stage(), state.due().on()), state.unit());
  }

  /** The working day of a stage; of a last day that is a day off, the working day before. */
  LocalDate day(int stage, LocalDate due) {
    var day = due;
    while (stage <= 0 && !workingDays.isWorkingDay(day)) {
      day = day.minusDays(1);
    }
    for (var i = 0; i < stage; i++) {
      day = workingDays.next(day);
    }
    for (var i = 0; i > stage; i--) {
      do {
        day = day.minusDays(1);
      } while (!workingDays.isWorkingDay(day));
    }
    return day;
  }

  /** In the order of time; of one stage in the table's order. */
  private List<AlarmStep> ladder(ClockState state, Urgency urgency, Set<String> fired) {
    var rows = new LinkedHashMap<String, FiredRow>();
    decisions.evaluate("clock_alarms", Map.of("kind", state.kind(), "unit", state.unit(), "urgency", urgency.name(),
        "role", role(state.unit()).name())).rows().forEach(row -> rows.putIfAbsent(row.text("step"), row));
    var ladder = new ArrayList<AlarmStep>();
    rows.values().forEach(row -> ladder.addAll(steps(row, fired)));
    if (ladder.isEmpty()) {
      ladder.add(UNNAMED);
    }
    ladder.sort(BY_STAGE);
    return ladder;
  }

  /** A step that comes again is in the ladder as often as it has gone off, and once more. */
  private static List<AlarmStep> steps(FiredRow row, Set<String> fired) {
    var action = AlarmAction.valueOf(row.text("action"));
    if (action == AlarmAction.NONE) {
      return List.of();
    }
    var receiver = ReceiverRole.valueOf(row.text("receiver"));
    var every = row.text("every").isEmpty() ? 0 : row.number("every");
    var steps = new ArrayList<AlarmStep>();
    steps.add(new AlarmStep(row.text("step"), row.number("stage"), action, receiver));
    while (every > 0 && fired.contains(steps.get(steps.size() - 1).id())) {
      var count = steps.size();
      steps.add(new AlarmStep(row.text("step") + "." + (count + 1), row.number("stage") + count * every, action,
          receiver));
    }
    return steps;
  }

  /** As whom the people of a unit handle matters. */
  Role role(String unit) {
    return units.find(unit).map(Unit::kind).filter(UnitKind.PETITION_OFFICE::equals).isPresent()
        ? Role.OFFICER
        : Role.HANDLER;
  }
}
