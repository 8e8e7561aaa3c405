package org.petitiondesk.report.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.petitiondesk.report.WarningAction;

/** What was found and what is done. */
record AnswerWarningForm(String item, @NotBlank(message = "{report.form.finding}") String finding,
    @NotNull(message = "{report.form.action}") WarningAction action,
    @NotBlank(message = "{report.form.words}") String words) {

  AnswerWarningForm {
    item = plain(item);
    finding = plain(finding);
    words = plain(words);
  }

  static AnswerWarningForm empty(String item) {
    return new AnswerWarningForm(item, "", null, "");
  }

  /** A field as it was typed, without NUL, which no database keeps. */
  private static String plain(String text) {
    return text == null ? "" : text.replace("\0", "");
  }
}
