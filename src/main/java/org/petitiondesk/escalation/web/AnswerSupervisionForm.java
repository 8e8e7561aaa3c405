package org.petitiondesk.escalation.web;

/** The unit's feedback, or a superior's instruction. */
record AnswerSupervisionForm(String item, String words) {

  AnswerSupervisionForm {
    item = Text.plain(item);
    words = Text.plain(words);
  }

  static AnswerSupervisionForm empty(String item) {
    return new AnswerSupervisionForm(item, "");
  }
}
