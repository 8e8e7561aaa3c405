package org.petitiondesk.petition.web;

import java.util.List;
import org.springframework.web.multipart.MultipartFile;

record AddMaterialForm(List<MultipartFile> files) {

  AddMaterialForm {
    files = files == null ? List.of() : List.copyOf(files);
  }

  static AddMaterialForm empty() {
    return new AddMaterialForm(List.of());
  }
}
