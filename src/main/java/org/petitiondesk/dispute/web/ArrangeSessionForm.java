package org.petitiondesk.dispute.web;

import java.time.LocalDateTime;
import org.springframework.format.annotation.DateTimeFormat;

/** Both sides are called to a session. */
record ArrangeSessionForm(String item, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime startsAt,
    String place,
    String link, Boolean open, Boolean givenUp, String words) {

  ArrangeSessionForm {
    item = Text.plain(item);
    givenUp = Boolean.TRUE.equals(givenUp);
    words = Text.plain(words);
    open = Boolean.TRUE.equals(open);
    place = Text.plain(place);
    link = Text.plain(link);
  }

  static ArrangeSessionForm empty(String item) {
    return new ArrangeSessionForm(item, null, "", "", false, false, "");
  }
}
