package org.petitiondesk.inbox;

import org.petitiondesk.escalation.AlarmFired;
import org.petitiondesk.kernel.OpenWorkReminded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows on the open work of a unit that an alarm, or a process, has reminded of it. */
@Component
class AlarmMarks {

  private final WorkItems items;

  AlarmMarks(WorkItems items) {
    this.items = items;
  }

  @EventListener
  void on(AlarmFired alarm) {
    if (alarm.action().reminds()) {
      items.reminded(alarm.caseId(), alarm.unit(), alarm.words(), alarm.at());
    }
  }

  @EventListener
  void on(OpenWorkReminded reminded) {
    items.units(reminded.id()).forEach(unit -> items.reminded(reminded.id(), unit, reminded.words(), reminded.at()));
  }
}
