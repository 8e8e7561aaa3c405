package org.petitiondesk.accountability.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** The verdict on a track. */
record JudgeTrackForm(String item, @NotNull(message = "{accountability.form.choose}") Verdict verdict, String words,
    LocalDate until, Boolean declared) {

  enum Verdict {
    PASS, SEND_BACK
  }

  JudgeTrackForm {
    item = Text.plain(item);
    words = Text.plain(words);
    declared = declared != null && declared;
  }

  static JudgeTrackForm empty(String item, LocalDate until) {
    return new JudgeTrackForm(item, null, "", until, false);
  }
}
