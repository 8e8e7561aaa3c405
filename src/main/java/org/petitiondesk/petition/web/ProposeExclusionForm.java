package org.petitiondesk.petition.web;

import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/** @param files the one that proves it */
record ProposeExclusionForm(@Written(max = 2000) String reason, List<MultipartFile> files) {

  ProposeExclusionForm {
    reason = Blank.when(reason);
    files = files == null ? List.of() : files;
  }

  static ProposeExclusionForm empty() {
    return new ProposeExclusionForm("", List.of());
  }
}
