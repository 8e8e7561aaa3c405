package org.petitiondesk.dispute.web;

/** The preventive measures. */
record AnswerDangerForm(String item, String measures) {

  AnswerDangerForm {
    item = Text.plain(item);
    measures = Text.plain(measures);
  }

  static AnswerDangerForm empty(String item) {
    return new AnswerDangerForm(item, "");
  }
}
