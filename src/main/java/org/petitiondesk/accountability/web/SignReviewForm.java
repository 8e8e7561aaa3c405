package org.petitiondesk.accountability.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.petitiondesk.accountability.Track;

/** The chair signs the report, or opens one track again. */
record SignReviewForm(String item, @NotNull(message = "{accountability.form.choose}") Decision decision, Track track,
    String words, LocalDate until, Boolean declared) {

  enum Decision {
    SIGN, REOPEN
  }

  SignReviewForm {
    item = Text.plain(item);
    words = Text.plain(words);
    declared = declared != null && declared;
  }

  static SignReviewForm empty(String item, LocalDate until) {
    return new SignReviewForm(item, null, null, "", until, false);
  }
}
