package org.petitiondesk.designer.web;

import jakarta.validation.constraints.NotBlank;

/** What changes and why. */
record SubmitDraftForm(int version, @NotBlank(message = "{designer.form.note}") String note) {

  SubmitDraftForm {
    note = note == null ? "" : note.replace("\0", "");
  }
}
