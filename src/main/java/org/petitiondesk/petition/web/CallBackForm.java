package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.CallBack;
import org.petitiondesk.petition.CallBackDecision;
import org.petitiondesk.petition.Satisfaction;
import org.petitiondesk.petition.Solved;

/** What a dissatisfied petitioner said on the telephone, and what follows. */
record CallBackForm(String item, @NotNull(message = "{petition.form.required.rating}") Solved solved,
    @NotNull(message = "{petition.form.required.rating}") Satisfaction procedure,
    @NotNull(message = "{petition.form.required.rating}") Satisfaction attitude,
    @NotNull(message = "{petition.form.required.call-back}") CallBackDecision decision, @Written String reason) {

  CallBackForm {
    item = Blank.when(item);
    reason = Blank.when(reason);
  }

  static CallBackForm empty(String item) {
    return new CallBackForm(item, null, null, null, null, "");
  }

  CallBack toCommand(CaseId id) {
    return new CallBack(id, item, solved, procedure, attitude, decision, reason);
  }
}
