package org.petitiondesk.calendar;

import java.util.Map;
import java.util.stream.Collectors;
import org.petitiondesk.kernel.CaseDates;
import org.petitiondesk.kernel.CaseId;
import org.springframework.stereotype.Component;

/** The clocks of a case: what the ledgers say, whoever holds them. */
@Component
class ClockDates implements CaseDates {

  private final Clocks clocks;

  ClockDates(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public Map<String, String> of(CaseId id) {
    return clocks.of(id).stream().collect(Collectors.toMap(clock -> clock.kind() + " " + clock.id(),
        clock -> clock.due().on() + " " + clock.unit() + (clock.paused() ? " paused" : "")
            + clock.stoppedOn().map(on -> " stopped " + on).orElse("")));
  }
}
