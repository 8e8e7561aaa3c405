package org.petitiondesk.designer;

import java.time.Instant;
import java.util.Optional;

/**
 * Closed cases that went through a draft once more.
 *
 * @param textHash of the text of the draft that was tried
 * @param done of so many steps; all of them together are {@code total}
 * @param result only when it was brought to its end
 */
public record Replay(ReplayId id, DraftId draft, String textHash, ReplayChoice choice, String startedBy,
    Instant startedAt, State state, int done, int total, Optional<Instant> finishedAt, Optional<ReplayResult> result) {

  public enum State {
    RUNNING, DONE, CANCELLED, FAILED
  }

  public boolean isRunning() {
    return state == State.RUNNING;
  }

  /** In hundredths. */
  public int progress() {
    return total == 0 ? 0 : 100 * done / total;
  }
}
