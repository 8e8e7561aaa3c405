package org.petitiondesk.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;

/**
 * A letter as it was signed. Its text never changes; only what became of it does.
 *
 * @param number of its unit and year, without gaps: 临信〔2026〕12号
 * @param body plain text
 * @param proof of delivery: message id, number of the registered post, or what the officer wrote
 */
public record Letter(LetterId id, CaseId caseId, String template, String number, String title, String body, String unit,
    Recipient recipient, DeliveryMethod method, LetterState state, Instant issuedAt, Optional<LocalDate> deliveredOn,
    Optional<String> proof) {

  /** The text without its last paragraph. */
  public String words() {
    return text().words();
  }

  /** The last paragraph: who signs and when; stands to the right on paper. */
  public String close() {
    return text().close();
  }

  /** Title, number and text, for where there is no layout. */
  public String plainText() {
    return title + "\n" + number + "\n\n" + body;
  }

  private LetterText text() {
    return new LetterText(title, number, body);
  }
}
