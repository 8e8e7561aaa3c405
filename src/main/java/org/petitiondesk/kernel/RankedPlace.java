package org.petitiondesk.kernel;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Where a page of a list ended that is sorted by a day and an id. Written as text it is the cursor of the next page. */
public record RankedPlace(LocalDate rank, UUID id) {

  /** Empty for a cursor that this class did not make: the list then begins at its beginning. */
  public static Optional<RankedPlace> of(String cursor) {
    try {
      var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ");
      return parts.length == 2
          ? Optional.of(new RankedPlace(LocalDate.ofEpochDay(Long.parseLong(parts[0])), UUID.fromString(parts[1])))
          : Optional.empty();
    } catch (java.time.DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return Base64.getUrlEncoder().withoutPadding()
        .encodeToString((rank.toEpochDay() + " " + id).getBytes(StandardCharsets.US_ASCII));
  }
}
