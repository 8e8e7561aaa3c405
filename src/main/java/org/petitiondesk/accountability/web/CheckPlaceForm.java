package org.petitiondesk.accountability.web;

import org.petitiondesk.accountability.Lesson;

/** What was found at another place. */
record CheckPlaceForm(int place, Lesson.Result result, String words) {

  CheckPlaceForm {
    words = Text.plain(words);
  }
}
