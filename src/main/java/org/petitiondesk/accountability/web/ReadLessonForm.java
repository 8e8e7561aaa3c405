package org.petitiondesk.accountability.web;

/** A reader's answer to the question of a lesson. */
record ReadLessonForm(String item, String answer) {

  ReadLessonForm {
    item = Text.plain(item);
    answer = Text.plain(answer);
  }
}
