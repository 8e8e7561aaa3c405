package org.petitiondesk.petition.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.RecordHearing;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

record RecordHearingForm(String item, @NotNull(message = "{petition.form.required.held}") Boolean held,
    @NotNull(message = "{petition.form.required.day}") @DateTimeFormat(iso = ISO.DATE) LocalDate heldOn,
    @Written(max = 20_000) String record, @Written String signatures) {

  RecordHearingForm {
    item = Blank.when(item);
    record = Blank.when(record);
    signatures = Blank.when(signatures);
  }

  static RecordHearingForm empty(String item, LocalDate today) {
    return new RecordHearingForm(item, null, today, "", "");
  }

  RecordHearing toCommand(CaseId id, List<Upload> files) {
    return new RecordHearing(id, item, held, heldOn, record, signatures, files);
  }
}
