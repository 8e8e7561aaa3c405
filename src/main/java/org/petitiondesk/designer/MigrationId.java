package org.petitiondesk.designer;

import java.util.UUID;
import org.petitiondesk.kernel.CaseId;

/** Names one migration of running cases. */
public record MigrationId(UUID value) {

  static MigrationId next() {
    return new MigrationId(CaseId.next().value());
  }

  /** Throws {@link IllegalArgumentException} for text that is no UUID; the web layer answers 400. */
  public static MigrationId of(String text) {
    return new MigrationId(UUID.fromString(text));
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
