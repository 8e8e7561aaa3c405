package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;

record SignExclusionForm(String item, @NotNull(message = "{petition.form.required.excluded}") Boolean excluded,
    @Written(max = 2000) String reason) {

  SignExclusionForm {
    item = Blank.when(item);
    reason = Blank.when(reason);
  }

  static SignExclusionForm empty(String item) {
    return new SignExclusionForm(item, null, "");
  }
}
