package org.petitiondesk.escalation.web;

import jakarta.validation.constraints.NotNull;
import org.petitiondesk.escalation.DecideClock;
import org.petitiondesk.escalation.Measure;
import org.petitiondesk.kernel.CaseId;

record DecideClockForm(String item, @NotNull(message = "{escalation.form.required.measure}") Measure measure,
    Integer length, String account, String unit, String helper, String reason) {

  DecideClockForm {
    item = item == null ? "" : item;
    account = account == null ? "" : account;
    unit = unit == null ? "" : unit;
    helper = helper == null ? "" : helper;
    reason = reason == null ? "" : reason.strip();
  }

  static DecideClockForm empty(String item) {
    return new DecideClockForm(item, null, null, "", "", "", "");
  }

  DecideClock toCommand(CaseId id) {
    return new DecideClock(id, item, measure, length == null ? 0 : length, to(), reason);
  }

  private String to() {
    return switch (measure) {
      case HAND_OVER -> account;
      case MOVE -> unit;
      case ADD_HELPER -> helper;
      default -> "";
    };
  }
}
