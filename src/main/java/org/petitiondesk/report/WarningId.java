package org.petitiondesk.report;

import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/** Names one warning. */
public record WarningId(UUID value) {

  static WarningId next() {
    return new WarningId(CaseId.next().value());
  }

  /** Throws {@link IllegalArgumentException} for text that is no UUID; the web layer answers 400. */
  public static WarningId of(String text) {
    return new WarningId(UUID.fromString(text));
  }

  /** Its audit chain, and the business key of its process. */
  public CaseId chain() {
    return new CaseId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
