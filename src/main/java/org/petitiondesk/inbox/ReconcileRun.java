package org.petitiondesk.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One comparison of the work list with the engine.
 *
 * @param repair whether the differences were repaired, or only shown
 * @param startedBy account, or the system at night
 * @param finishedAt empty while it runs, and for ever when its node went down or it was stopped
 * @param compared items and incidents on either side that were looked at
 * @param found differences
 * @param stopped a fault has ended it before its end; the log says which
 */
public record ReconcileRun(UUID id, boolean repair, String startedBy, Instant startedAt, Optional<Instant> finishedAt,
    int compared, int found, boolean stopped) {

  public boolean isClean() {
    return found == 0;
  }
}
