package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;
import org.petitiondesk.documents.DeliveryMethod;

record ChangeDeliveryForm(String item,
    @NotNull(message = "{petition.form.required.method}") DeliveryMethod method, @Written String reason) {

  ChangeDeliveryForm {
    item = Blank.when(item);
    reason = Blank.when(reason);
  }

  static ChangeDeliveryForm empty(String item) {
    return new ChangeDeliveryForm(item, null, "");
  }
}
