package org.petitiondesk.designer;

import java.util.UUID;

/** Names a replay. */
public record ReplayId(UUID value) {

  static ReplayId next() {
    return new ReplayId(UUID.randomUUID());
  }

  public static ReplayId of(String value) {
    return new ReplayId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
