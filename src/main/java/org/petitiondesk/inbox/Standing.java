package org.petitiondesk.inbox;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.calendar.ClockState;
import org.petitiondesk.calendar.DueDateChanged;

/**
 * How the clocks of a case stand, as far as a work item shows it; or the date that the item has by itself.
 *
 * @param dueOn the earliest date of the running clocks
 * @param kind kind of that clock, or {@link #OWN}
 * @param target the day that the house sets itself for that clock, before its date
 * @param waiting the case has clocks, and all of them are paused
 */
public record Standing(Optional<LocalDate> dueOn, Optional<String> kind, Optional<LocalDate> target,
    boolean waiting) {

  static final LocalDate NO_DATE_RANK = LocalDate.of(9999, 12, 30);
  static final LocalDate WAITING_RANK = LocalDate.of(9999, 12, 31);
  /** Kind of the date that an item has by itself, apart from the clocks of its case. */
  static final String OWN = "own";
  static final Standing NONE = new Standing(Optional.empty(), Optional.empty(), Optional.empty(), false);

  /** A date of the item's own, which no clock of the case moves or stops. */
  static Standing own(LocalDate dueOn) {
    return new Standing(Optional.of(dueOn), Optional.of(OWN), Optional.empty(), false);
  }

  static Standing of(DueDateChanged event) {
    return new Standing(event.nextDue(), event.kind(), event.target(), event.paused());
  }

  static Standing of(List<ClockState> clocks) {
    var running = clocks.stream().filter(clock -> clock.running() && !clock.isUnitsRight()).toList();
    var next = running.stream().filter(clock -> !clock.paused())
        .min(Comparator.comparing(clock -> clock.due().on()));
    return new Standing(next.map(clock -> clock.due().on()), next.map(ClockState::kind),
        next.flatMap(ClockState::target),
        !running.isEmpty() && next.isEmpty());
  }

  Optional<LocalDate> ownDate() {
    return dueOn.filter(date -> hasOwnDate());
  }

  public boolean hasOwnDate() {
    return kind.filter(OWN::equals).isPresent();
  }

  /** What the list is sorted by; no column of it is ever null, so that a page can begin after any row. */
  LocalDate rank() {
    return waiting ? WAITING_RANK : dueOn.orElse(NO_DATE_RANK);
  }
}
