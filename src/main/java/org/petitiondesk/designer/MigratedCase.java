package org.petitiondesk.designer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.engine.Obstacle;
import org.petitiondesk.kernel.CaseId;

/**
 * What became of one run of the process in a migration, or would.
 *
 * @param run the engine's id of it; a case may have several
 * @param obstacles why not; empty where nothing was in the way
 * @param tries how often others were working on the case just then
 */
public record MigratedCase(MigrationId migration, String run, CaseId caseId, int source, State state,
    List<Obstacle> obstacles, int tries, Optional<Instant> settledAt) {

  public enum State {
    /** Not looked at yet. */
    OPEN,
    /** Tried: nothing is in the way. */
    FIT, MIGRATED,
    /** Something would be lost or moved: it stays in its version. */
    BLOCKED,
    /** It could not be done; nothing of it stays. */
    FAILED,
    /** The case went on and does not stand in that version any more. */
    OVER
  }
}
