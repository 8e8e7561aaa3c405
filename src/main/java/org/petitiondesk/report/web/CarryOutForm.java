package org.petitiondesk.report.web;

import jakarta.validation.constraints.NotBlank;

/** What a unit has done as it was told. */
record CarryOutForm(String item, @NotBlank(message = "{report.form.report}") String words) {

  CarryOutForm {
    item = AnswerWarningForm.plain(item);
    words = AnswerWarningForm.plain(words);
  }
}
