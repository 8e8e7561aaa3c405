package org.petitiondesk.designer;

import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/** Names one draft. */
public record DraftId(UUID value) {

  static DraftId next() {
    return new DraftId(CaseId.next().value());
  }

  /** Throws {@link IllegalArgumentException} for text that is no UUID; the web layer answers 400. */
  public static DraftId of(String text) {
    return new DraftId(UUID.fromString(text));
  }

  /** Its audit chain. */
  public CaseId chain() {
    return new CaseId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
