package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;

record DecideObjectionForm(String item, @NotNull(message = "{petition.form.required.agreed}") Boolean agreed,
    @Written String reason) {

  DecideObjectionForm {
    item = Blank.when(item);
    reason = Blank.when(reason);
  }

  static DecideObjectionForm empty(String item) {
    return new DecideObjectionForm(item, null, "");
  }
}
