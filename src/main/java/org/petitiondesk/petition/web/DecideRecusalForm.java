package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;

record DecideRecusalForm(String item, @NotNull(message = "{petition.form.required.barred}") Boolean barred,
    @Written(max = 2000) String reason) {

  DecideRecusalForm {
    item = Blank.when(item);
    reason = Blank.when(reason);
  }

  static DecideRecusalForm empty(String item) {
    return new DecideRecusalForm(item, null, "");
  }
}
