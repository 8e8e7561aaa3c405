package org.petitiondesk.engine;

import java.util.Optional;
import org.petitiondesk.kernel.Actor;

/**
 * How a new task came about.
 *
 * @param by who moved the token
 * @param task the task that sent the token here; empty at a start, after a message or a job
 * @param words why it was moved against the model's direction; empty when it went on
 */
public record Sending(Actor by, Optional<String> task, Move move, String words) {

  public enum Move {
    /** As the model goes on. */
    ON,
    /** Returned to a step before. */
    BACK,
    /** Taken back by whoever had sent it on. */
    TAKEN_BACK
  }
}
