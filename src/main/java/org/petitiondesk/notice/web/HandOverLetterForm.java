package org.petitiondesk.notice.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.petitiondesk.documents.DeliveryMethod;
import org.petitiondesk.documents.Upload;
import org.petitiondesk.notice.HandOverLetter;
import org.springframework.validation.Errors;

/**
 * @param delivered true when the recipient has it, false when it came back
 */
record HandOverLetterForm(@NotNull Boolean delivered, DeliveryMethod method, LocalDate on,
    @Size(max = 1000) String proof,
    @Size(max = 500) String reason) {

  static HandOverLetterForm of(DeliveryMethod method, LocalDate today) {
    return new HandOverLetterForm(true, method, today, "", "");
  }

  /** What is asked for depends on what happened. */
  void check(Errors errors) {
    if (delivered == null) {
      return;
    }
    if (!delivered) {
      require(reason != null && !reason.isBlank(), "reason", "notice.refused.no-reason", errors);
      return;
    }
    require(method != null, "method", "notice.refused.not-paper", errors);
    require(on != null || errors.hasFieldErrors("on"), "on", "notice.refused.no-day", errors);
    require(proof != null && !proof.isBlank(), "proof", "notice.refused.no-proof", errors);
  }

  HandOverLetter toCommand(Optional<Upload> evidence) {
    return new HandOverLetter(method, on, proof.strip(), evidence);
  }

  private static void require(boolean given, String field, String key, Errors errors) {
    if (!given) {
      errors.rejectValue(field, key);
    }
  }
}
