package org.petitiondesk.accountability;

import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/** Names one rectification. */
public record RectificationId(UUID value) {

  static RectificationId next() {
    return new RectificationId(CaseId.next().value());
  }

  /** Throws {@link IllegalArgumentException} for text that is no UUID; the web layer answers 400. */
  public static RectificationId of(String text) {
    return new RectificationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
