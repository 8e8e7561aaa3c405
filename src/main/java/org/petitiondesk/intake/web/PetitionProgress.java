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
    @Schema(description = "Where it stands.") CaseStatus status,
    @Schema(description = "How it ended; absent while it is open.") ClosingState closingState,
    @Schema(description = "The day on which it was received.") LocalDate receivedOn,
    @Schema(description = "When it was put on the register.") Instant registeredAt,
    @Schema(description = "Name of the unit that handles it; absent before it is assigned.") String leadUnit,
    @Schema(description = "The proof that stands on its receipt; anybody can check it at /receipt/check.") String receiptProof) {

  static PetitionProgress of(CaseFile file, String leadUnit, ReceiptProof proof) {
    return new PetitionProgress(file.code(), file.status(), file.closingState().orElse(null), file.receivedOn(),
        file.registeredAt(), leadUnit, proof.text());
  }
}
