package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;

record DecideReplyForm(String item, @NotNull(message = "{petition.form.required.approved}") Boolean approved,
    @Written String reason) {

  DecideReplyForm {
    item = Blank.when(item);
    reason = Blank.when(reason);
  }

  static DecideReplyForm empty(String item) {
    return new DecideReplyForm(item, null, "");
  }
}
