package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.ObjectionRuling;
import org.petitiondesk.petition.RuleObjection;

record RuleObjectionForm(String item, @NotNull(message = "{petition.form.required.ruling}") ObjectionRuling ruling,
    @Written(max = 60) String leadUnit, @Written String reason, @Written String basis) {

  RuleObjectionForm {
    item = Blank.when(item);
    leadUnit = Blank.when(leadUnit);
    reason = Blank.when(reason);
    basis = Blank.when(basis);
  }

  static RuleObjectionForm empty(String item) {
    return new RuleObjectionForm(item, null, "", "", "");
  }

  RuleObjection toCommand(CaseId id) {
    return new RuleObjection(id, item, ruling, leadUnit, reason, basis);
  }
}
