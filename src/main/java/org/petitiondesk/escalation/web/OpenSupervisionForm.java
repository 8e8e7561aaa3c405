package org.petitiondesk.escalation.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.petitiondesk.escalation.SupervisionKind;
import org.petitiondesk.people.Unit;

/** @param until last day for the answer; without one it is the day that the page names */
record OpenSupervisionForm(String unit, @NotNull(message = "{escalation.form.kind}") SupervisionKind kind,
    String demand, String reason, LocalDate until) {

  OpenSupervisionForm {
    unit = Text.plain(unit);
    demand = Text.plain(demand);
    reason = Text.plain(reason);
  }

  /** With the only unit that there is to choose. */
  static OpenSupervisionForm empty(List<Unit> units) {
    return new OpenSupervisionForm(units.size() == 1 ? units.get(0).id() : "", null, "", "", null);
  }
}
