package org.petitiondesk.accountability.web;

/** A lesson as it is written. */
record WriteLessonForm(String title, String cause, String text, String question) {

  WriteLessonForm {
    title = Text.plain(title);
    cause = Text.plain(cause);
    text = Text.plain(text);
    question = Text.plain(question);
  }

  static WriteLessonForm empty() {
    return new WriteLessonForm("", "", "", "");
  }
}
