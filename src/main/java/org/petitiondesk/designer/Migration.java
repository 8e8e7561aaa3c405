package org.petitiondesk.designer;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.petitiondesk.engine.MigrationMap;

/**
 * Running cases on their way to another version of a process.
 *
 * @param sources the versions they come from, each with the targets that somebody chose for its steps
 * @param note why, in the author's words; empty until it is submitted
 * @param returned why it came back the last time
 */
public record Migration(MigrationId id, String key, int target, Map<Integer, Map<String, String>> sources,
    MigrationState state, String author, Instant createdAt, String note, Optional<String> returned,
    Optional<String> approvedBy, Optional<Instant> approvedAt, Optional<Instant> finishedAt, String changedBy,
    Instant changedAt, int version) {

  /** Of one of the versions. */
  public MigrationMap map(int source) {
    return new MigrationMap(key, source, target, sources.getOrDefault(source, Map.of()));
  }
}
