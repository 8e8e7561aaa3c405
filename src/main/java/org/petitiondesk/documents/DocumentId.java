package org.petitiondesk.documents;

import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/** Names one file of one case. */
public record DocumentId(UUID value) {

  static DocumentId next() {
    return new DocumentId(CaseId.next().value());
  }

  /** Throws {@link IllegalArgumentException} for text that is no UUID; the web layer answers 400. */
  public static DocumentId of(String text) {
    return new DocumentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
