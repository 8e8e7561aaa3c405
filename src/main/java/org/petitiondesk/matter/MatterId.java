package org.petitiondesk.matter;

import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/** Names one matter. */
public record MatterId(UUID value) {

  public static MatterId next() {
    return new MatterId(CaseId.next().value());
  }

  /** Throws {@link IllegalArgumentException} for text that is no UUID; the web layer answers 400. */
  public static MatterId of(String text) {
    return new MatterId(UUID.fromString(text));
  }

  /** Its audit chain, the business key of its process, and whose clocks run. */
  public CaseId chain() {
    return new CaseId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
