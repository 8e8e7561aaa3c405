package org.petitiondesk.escalation;

import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/** Names one supervision. */
public record SupervisionId(UUID value) {

  static SupervisionId next() {
    return new SupervisionId(CaseId.next().value());
  }

  /** Throws {@link IllegalArgumentException} for text that is no UUID; the web layer answers 400. */
  public static SupervisionId of(String text) {
    return new SupervisionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
