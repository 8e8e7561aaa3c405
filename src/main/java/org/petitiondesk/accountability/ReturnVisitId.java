package org.petitiondesk.accountability;

import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/** Names one return visit. */
public record ReturnVisitId(UUID value) {

  static ReturnVisitId next() {
    return new ReturnVisitId(CaseId.next().value());
  }

  /** Throws {@link IllegalArgumentException} for text that is no UUID; the web layer answers 400. */
  public static ReturnVisitId of(String text) {
    return new ReturnVisitId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
