package org.petitiondesk.escalation.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.petitiondesk.escalation.SupervisionResult;

/**
 * The verdict on an answer, or the end of a supervision before there is one.
 *
 * @param verdict back to the unit, or struck off with a result
 * @param answerOn the new day, when it goes back
 */
record CloseSupervisionForm(String item, @NotNull(message = "{escalation.form.verdict}") Verdict verdict, String words,
    LocalDate answerOn) {

  enum Verdict {
    DONE, NOT_DONE, SEND_BACK;

    SupervisionResult result() {
      return this == DONE ? SupervisionResult.DONE : SupervisionResult.NOT_DONE;
    }
  }

  CloseSupervisionForm {
    item = Text.plain(item);
    words = Text.plain(words);
  }

  static CloseSupervisionForm empty(String item, LocalDate proposed) {
    return new CloseSupervisionForm(item, null, "", proposed);
  }
}
