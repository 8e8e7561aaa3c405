package org.petitiondesk.dispute.web;

import java.time.LocalDate;
import java.util.List;
import org.petitiondesk.dispute.Dispute.Confirmation;
import org.springframework.web.multipart.MultipartFile;

/** What the court has said. */
record RecordConfirmationForm(String item, Confirmation.Kind kind, String number, LocalDate on,
    List<MultipartFile> files) {

  RecordConfirmationForm {
    item = Text.plain(item);
    number = Text.plain(number);
    files = files == null ? List.of() : files;
  }

  static RecordConfirmationForm empty(String item, LocalDate today) {
    return new RecordConfirmationForm(item, null, "", today, null);
  }
}
