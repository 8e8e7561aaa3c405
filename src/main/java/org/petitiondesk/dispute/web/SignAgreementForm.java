package org.petitiondesk.dispute.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.petitiondesk.dispute.Dispute.Signer;
import org.petitiondesk.dispute.DisputeWorkflow.Signing;
import org.springframework.web.multipart.MultipartFile;

/** How the signing of an agreement ended; the days are those on the paper. */
record SignAgreementForm(String item, Signing result, LocalDate applicantOn, LocalDate otherOn, LocalDate mediatorOn,
    LocalDate sealOn, String words, List<MultipartFile> scans) {

  SignAgreementForm {
    item = Text.plain(item);
    words = Text.plain(words);
    scans = scans == null ? List.of() : scans;
  }

  static SignAgreementForm empty(String item) {
    return new SignAgreementForm(item, null, null, null, null, null, "", null);
  }

  /** Without those that nobody has typed. */
  Map<Signer, LocalDate> days() {
    var days = new EnumMap<Signer, LocalDate>(Signer.class);
    days.put(Signer.APPLICANT, applicantOn);
    days.put(Signer.OTHER, otherOn);
    days.put(Signer.MEDIATOR, mediatorOn);
    days.put(Signer.SEAL, sealOn);
    days.values().removeIf(day -> day == null);
    return days;
  }
}
