package org.petitiondesk.documents;

import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/** Names one letter. */
public record LetterId(UUID value) {

  static LetterId next() {
    return new LetterId(CaseId.next().value());
  }

  /** Throws {@link IllegalArgumentException} for text that is no UUID; the web layer answers 400. */
  public static LetterId of(String text) {
    return new LetterId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
