package org.petitiondesk.escalation.web;

import java.time.LocalDate;

record AskPauseForm(String cause, LocalDate on, String reason) {

  AskPauseForm {
    cause = cause == null ? "" : cause;
    reason = reason == null ? "" : reason.strip();
  }

  static AskPauseForm on(LocalDate today) {
    return new AskPauseForm("", today, "");
  }
}
