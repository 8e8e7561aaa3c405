package org.petitiondesk.accountability;

import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/** Names one review. */
public record ReviewId(UUID value) {

  static ReviewId next() {
    return new ReviewId(CaseId.next().value());
  }

  /** Throws {@link IllegalArgumentException} for text that is no UUID; the web layer answers 400. */
  public static ReviewId of(String text) {
    return new ReviewId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
