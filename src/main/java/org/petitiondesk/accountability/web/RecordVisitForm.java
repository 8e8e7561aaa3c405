package org.petitiondesk.accountability.web;

import java.time.LocalDate;
import java.util.List;
import org.petitiondesk.accountability.ReturnVisit.Way;
import org.springframework.web.multipart.MultipartFile;

/** What was found at a return visit. */
record RecordVisitForm(String item, Boolean held, Way way, String spokenWith, String words, LocalDate on,
    List<MultipartFile> files) {

  RecordVisitForm {
    item = Text.plain(item);
    spokenWith = Text.plain(spokenWith);
    words = Text.plain(words);
    files = files == null ? List.of() : files;
  }

  static RecordVisitForm empty(String item, LocalDate today) {
    return new RecordVisitForm(item, null, null, "", "", today, List.of());
  }
}
