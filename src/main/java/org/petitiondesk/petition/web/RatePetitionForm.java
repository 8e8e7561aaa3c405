package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.RatePetition;
import org.petitiondesk.petition.RatedVia;
import org.petitiondesk.petition.Satisfaction;
import org.petitiondesk.petition.Solved;

/** What the petitioner says on the telephone. */
record RatePetitionForm(@NotNull(message = "{petition.form.required.rating}") Solved solved,
    @NotNull(message = "{petition.form.required.rating}") Satisfaction unit,
    @NotNull(message = "{petition.form.required.rating}") Satisfaction office, @Written(max = 2000) String comment) {

  RatePetitionForm {
    comment = Blank.when(comment);
  }

  static RatePetitionForm empty() {
    return new RatePetitionForm(null, null, null, "");
  }

  RatePetition toCommand(CaseId id) {
    return new RatePetition(id, solved, unit, office, comment, RatedVia.CALL_BACK);
  }
}
