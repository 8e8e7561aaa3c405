package org.petitiondesk.accountability.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * What was found on site.
 *
 * @param on the day on site
 * @param dueOn the new day, when it is sent back
 */
record InspectMeasureForm(String item, @NotNull(message = "{accountability.form.verdict}") Verdict verdict,
    String words, LocalDate on, LocalDate dueOn) {

  enum Verdict {
    ACCEPT, SEND_BACK
  }

  InspectMeasureForm {
    item = Text.plain(item);
    words = Text.plain(words);
  }

  static InspectMeasureForm empty(String item, LocalDate today) {
    return new InspectMeasureForm(item, null, "", today, null);
  }
}
