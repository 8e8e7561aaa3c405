package org.petitiondesk.dispute.web;

import java.util.List;
import org.petitiondesk.dispute.Dispute.Session;
import org.springframework.web.multipart.MultipartFile;

/** What became of a session. */
record HoldSessionForm(String item, String came, String record, Boolean rightsTold, Boolean readAndSigned,
    Session.Result result, List<MultipartFile> files) {

  HoldSessionForm {
    item = Text.plain(item);
    rightsTold = Boolean.TRUE.equals(rightsTold);
    readAndSigned = Boolean.TRUE.equals(readAndSigned);
    came = Text.plain(came);
    record = Text.plain(record);
    files = files == null ? List.of() : files;
  }

  static HoldSessionForm empty(String item) {
    return new HoldSessionForm(item, "", "", false, false, null, null);
  }
}
