package org.petitiondesk.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.petitiondesk.casefile.Receipt;

@Schema(description = "The receipt of a petition that is on the register.")
record LodgedPetition(
    @Schema(description = "Number in the register.", example = "XF2026-000123") String code,
    @Schema(description = "With the secret, what the petitioner follows the petition by.", example = "ACDE-FGHJ-KMNP") String trackingCode,
    @Schema(description = "Six digits that belong to the tracking code. Hand them to the petitioner and keep no copy.", example = "042917") String secret,
    @Schema(description = "When it was put on the register.") Instant registeredAt,
    @Schema(description = "SHA-256 of title, text, demand points and attachments as received, in hexadecimal digits. "
        + "Over lines of a name, a space and a length in bytes, each followed by the UTF-8 text and a line feed: "
        + "title, text, each point, and for each attachment its own SHA-256, in ascending order.") String receiptHash,
    @Schema(description = "Signed proof of what was handed in and when; anybody can check it at /receipt/check.") String receiptProof) {

  static LodgedPetition of(Receipt receipt) {
    return new LodgedPetition(receipt.code(), receipt.trackingCode(), receipt.secret(), receipt.registeredAt(),
        receipt.proof().hash(), receipt.proof().text());
  }
}
