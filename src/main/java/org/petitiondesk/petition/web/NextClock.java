package org.petitiondesk.petition.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.calendar.ClockState;

/** The clock that runs out first; one that is paused only when no other runs. */
final class NextClock {

  private NextClock() {}

  static Optional<ClockState> of(List<ClockState> clocks) {
    return clocks.stream().filter(clock -> clock.running() && !clock.isUnitsRight())
        .min(Comparator.comparing(ClockState::paused).thenComparing(clock -> clock.due().on()));
  }
}
