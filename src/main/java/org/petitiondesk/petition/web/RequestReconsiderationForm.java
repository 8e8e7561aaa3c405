package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.AskReconsideration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

record RequestReconsiderationForm(
    @NotNull(message = "{petition.form.required.day}") @DateTimeFormat(iso = ISO.DATE) LocalDate askedOn,
    @Written(max = 20_000) String reasons, @Written(max = 20_000) String lateReason) {

  RequestReconsiderationForm {
    reasons = Blank.when(reasons);
    lateReason = Blank.when(lateReason);
  }

  static RequestReconsiderationForm empty(LocalDate today) {
    return new RequestReconsiderationForm(today, "", "");
  }

  AskReconsideration toCommand(CaseId id, List<Upload> files) {
    return new AskReconsideration(id, askedOn, reasons, files, lateReason);
  }
}
