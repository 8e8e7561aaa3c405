package org.petitiondesk.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Official days of a year that somebody wants to take in.
 *
 * @param days all of that year, not only those that are new
 * @param decision empty while it waits for a second person
 */
public record CalendarChange(UUID id, int year, String source, List<OfficialDay> days, String proposedBy,
    String proposedName, Instant proposedAt, Optional<Decision> decision) {

  public record Decision(boolean approved, String byName, Instant at, String words) {}

  public boolean waits() {
    return decision.isEmpty();
  }
}
