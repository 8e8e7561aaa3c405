package org.petitiondesk.accountability.web;

import org.springframework.web.multipart.MultipartFile;
import java.util.List;

/** The owner says that a measure is done. */
record CompleteMeasureForm(String item, String words, List<MultipartFile> before, List<MultipartFile> after) {

  CompleteMeasureForm {
    item = Text.plain(item);
    words = Text.plain(words);
    before = before == null ? List.of() : before;
    after = after == null ? List.of() : after;
  }

  static CompleteMeasureForm empty(String item) {
    return new CompleteMeasureForm(item, "", List.of(), List.of());
  }
}
