package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.CallHearing;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

record CallHearingForm(String item,
    @NotNull(message = "{petition.form.required.day}") @DateTimeFormat(iso = ISO.DATE) LocalDate plannedOn,
    @Written(max = 200) String place, @Written String participants, @Written String matters) {

  CallHearingForm {
    item = Blank.when(item);
    place = Blank.when(place);
    participants = Blank.when(participants);
    matters = Blank.when(matters);
  }

  static CallHearingForm empty(String item) {
    return new CallHearingForm(item, null, "", "", "");
  }

  CallHearing toCommand(CaseId id) {
    return new CallHearing(id, item, plannedOn, place, participants, matters);
  }
}
