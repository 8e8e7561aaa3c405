package org.petitiondesk.petition.web;

import java.util.List;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.ReassignPetition;

record ReassignPetitionForm(String item, @Written(max = 60) String leadUnit, List<@Written(max = 60) String> coUnits,
    @Written String reason) {

  ReassignPetitionForm {
    item = Blank.when(item);
    leadUnit = Blank.when(leadUnit);
    coUnits = Blank.when(coUnits);
    reason = Blank.when(reason);
  }

  static ReassignPetitionForm empty(String item) {
    return new ReassignPetitionForm(item, "", List.of(), "");
  }

  ReassignPetition toCommand(CaseId id) {
    return new ReassignPetition(id, item, leadUnit, coUnits, reason);
  }
}
