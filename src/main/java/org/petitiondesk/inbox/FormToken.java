package org.petitiondesk.inbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Tells a form that is sent twice from two forms. What the form writes takes its id from it, so that the second time
 * finds it written.
 *
 * @param value as the form carries it; of a form without one, each time is the first
 */
public record FormToken(String value) {

  public static FormToken fresh() {
    return new FormToken(UUID.randomUUID().toString());
  }

  public static FormToken of(String value) {
    return value == null || value.isBlank() ? fresh() : new FormToken(value);
  }

  /** The id of what the form writes about these; nobody else's form can take it. */
  String id(String... about) {
    return UUID.nameUUIDFromBytes((value + "\n" + String.join("\n", about)).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
