package org.petitiondesk.calendar.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.Due;
import org.petitiondesk.calendar.Hands;
import org.petitiondesk.calendar.TermUnit;
import org.petitiondesk.calendar.WorkingDays;
import org.petitiondesk.kernel.Dates;
import org.petitiondesk.web.Show;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** For templates, as {@code @clockShow}: how much time a clock leaves. */
@Component("clockShow")
class ClockShow {

  private final WorkingDays workingDays;
  private final Show show;
  private final MessageSource messages;
  private final Clock clock;

  ClockShow(WorkingDays workingDays, Show show, MessageSource messages, Clock clock) {
    this.workingDays = workingDays;
    this.show = show;
    this.messages = messages;
    this.clock = clock;
  }

  /** Days or begun hours left in the unit of the term; negative when late. */
  public int left(ClockState state) {
    var today = Dates.today(clock);
    return switch (state.term().unit()) {
      case WORKING_DAY -> workingDays.between(today, state.due().on());
      case DAY -> (int) (state.due().on().toEpochDay() - today.toEpochDay());
      case HOUR -> hours(Duration.between(now(), state.due().end()));
    };
  }

  /** {@code 2026-11-22}, with the time of day for a clock in hours. */
  public String due(Due due) {
    return due.at().map(at -> show.day(due.on()) + " " + at).orElseGet(() -> show.day(due.on()));
  }

  /** Working days since the unit got it. */
  public int inHands(ClockState state) {
    return workingDays.between(state.handsSince(), Dates.today(clock));
  }

  /** The house's own day has passed, and the work is not done. */
  public boolean targetMissed(ClockState state) {
    return state.running() && !state.paused()
        && state.target().filter(day -> Dates.today(clock).isAfter(day)).isPresent();
  }

  /** Whether this stands in the place of a unit. */
  public boolean isPetitioner(String unit) {
    return unit.equals(Hands.PETITIONER);
  }

  /** A reason that a designer has added to the table of pauses has its key for a name. */
  public String reason(String key) {
    return messages.getMessage("calendar.pause." + key, null, key, LocaleContextHolder.getLocale());
  }

  private static int hours(Duration time) {
    var begun = (int) Math.ceil(Math.abs(time.toMinutes()) / 60.0);
    return time.isNegative() ? -begun : begun;
  }

  private LocalDateTime now() {
    return Dates.local(clock.instant());
  }

  /** Message key of the state: {@code running}, {@code today}, {@code late}, {@code paused}, {@code stopped}, … */
  public String state(ClockState state) {
    if (!state.running()) {
      return state.late(now()) ? "stopped-late" : "stopped";
    }
    if (state.paused()) {
      return "paused";
    }
    return state.late(now()) ? "late" : left(state) == 0 ? "today" : "running";
  }

  public String tone(ClockState state) {
    return switch (state(state)) {
      case "late", "stopped-late" -> "bg-red-lt";
      case "today" -> "bg-orange-lt";
      case "paused" -> "bg-yellow-lt";
      case "stopped" -> "bg-secondary-lt";
      default -> left(state) <= 5 ? "bg-orange-lt" : "bg-green-lt";
    };
  }
}
