package org.petitiondesk.report.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.petitiondesk.report.AnswerWarning;
import org.petitiondesk.report.WarningAction;

/** What was found and what is done. */
record AnswerWarningForm(String item, @NotBlank(message = "{report.form.finding}") String finding,
    @NotNull(message = "{report.form.action}") WarningAction action,
    @NotBlank(message = "{report.form.words}") String words, String unit, LocalDate until) {

  AnswerWarningForm {
    item = plain(item);
    finding = plain(finding);
    words = plain(words);
    unit = plain(unit);
  }

  static AnswerWarningForm empty(String item) {
    return new AnswerWarningForm(item, "", null, "", "", null);
  }

  AnswerWarning toCommand() {
    return new AnswerWarning(item, finding.strip(), action, words.strip(), unit, until);
  }

  /** A field as it was typed, without NUL, which no database keeps. */
  static String plain(String text) {
    return text == null ? "" : text.replace("\0", "");
  }
}
