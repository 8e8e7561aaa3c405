package org.petitiondesk.escalation.web;

import jakarta.validation.constraints.NotNull;

record AskExtensionForm(@NotNull(message = "{escalation.form.required.length}") Integer length, String reason) {

  AskExtensionForm {
    reason = reason == null ? "" : reason.strip();
  }

  static AskExtensionForm empty() {
    return new AskExtensionForm(null, "");
  }
}
