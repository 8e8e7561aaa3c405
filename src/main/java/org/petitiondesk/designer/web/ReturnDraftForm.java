package org.petitiondesk.designer.web;

import jakarta.validation.constraints.NotBlank;

/** Why a draft goes back to its author. */
record ReturnDraftForm(int version, @NotBlank(message = "{designer.form.reason}") String reason) {

  ReturnDraftForm {
    reason = reason == null ? "" : reason.replace("\0", "");
  }
}
