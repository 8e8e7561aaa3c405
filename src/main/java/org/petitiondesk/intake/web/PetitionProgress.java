package org.petitiondesk.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.petitiondesk.casefile.CaseFile;
import org.petitiondesk.casefile.CaseStatus;
import org.petitiondesk.casefile.ClosingState;
import org.petitiondesk.casefile.ReceiptProof;

@Schema(description = "Where a petition stands.")
record PetitionProgress(
    @Schema(description = "Number in the register.", example = "XF2026-000123") String code,
    @Schema(description = "Where it stands. A report against a person is only REGISTERED or, once it is answered, CLOSED.") CaseStatus status,
    @Schema(description = "How it ended; absent while it is open and for a report.") ClosingState closingState,
    @Schema(description = "The day on which it was received.") LocalDate receivedOn,
    @Schema(description = "When it was put on the register; absent for a report.") Instant registeredAt,
    @Schema(description = "Name of the unit that handles it; absent before it is assigned and for a report.") String leadUnit,
    @Schema(description = "The proof that stands on its receipt; anybody can check it at /receipt/check. Absent for a report.") String receiptProof) {

  static PetitionProgress of(CaseFile file, String leadUnit, ReceiptProof proof) {
    return new PetitionProgress(file.code(), file.status(), file.closingState().orElse(null), file.receivedOn(),
        file.registeredAt(), leadUnit, proof.text());
  }

  /** The receipt may be in the wrong hands: no more than that it was received, and then that it was answered. */
  static PetitionProgress ofReport(CaseFile file) {
    var answered = file.isClosed() || file.status() == CaseStatus.DELIVERED;
    return new PetitionProgress(file.code(), answered ? CaseStatus.CLOSED : CaseStatus.REGISTERED, null,
        file.receivedOn(), null, null, null);
  }
}
