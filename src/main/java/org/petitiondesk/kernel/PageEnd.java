package org.petitiondesk.kernel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where a page of a list that goes by time ended: its last row, with the id because two rows can have one moment. */
public record PageEnd(Instant at, UUID id) {

  /** Empty for a text that {@link #toString} did not make: the list then begins at its beginning. */
  public static Optional<PageEnd> of(String cursor) {
    var parts = cursor.split("~", 2);
    // More digits than a date of this age has would be beyond what a database takes.
    if (parts.length != 2 || !parts[0].matches("[0-9]{1,14}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new PageEnd(Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[1])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As it stands in an address. */
  @Override
  public String toString() {
    return at.toEpochMilli() + "~" + id;
  }
}
