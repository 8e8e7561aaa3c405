package org.petitiondesk.accountability.web;

import java.time.LocalDate;
import org.petitiondesk.accountability.RectificationService.Direction;

/** What a leader above says about a measure that was sent back too often. */
record DirectMeasureForm(String item, Direction direction, String words, String owner, LocalDate dueOn) {

  DirectMeasureForm {
    item = Text.plain(item);
    words = Text.plain(words);
    owner = Text.plain(owner);
  }

  static DirectMeasureForm empty(String item) {
    return new DirectMeasureForm(item, null, "", "", null);
  }
}
