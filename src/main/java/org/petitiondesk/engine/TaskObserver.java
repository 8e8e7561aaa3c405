package org.petitiondesk.engine;

import java.util.Optional;
import org.petitiondesk.kernel.Actor;

/**
 * Hears of every user task of every model, in the engine's transaction; a model need not ask for it. What an observer
 * writes commits or rolls back with the token.
 */
public interface TaskObserver {

  /** Somebody opens the task to work on it: throws what must keep them from it although it is theirs to do. */
  default void opened(OpenTask task, Actor by) {}

  void created(OpenTask task, Sending sending);

  /**
   * @param task shows the new assignee
   * @param reason why it was handed on; empty when somebody took it or put it back
   */
  void assigned(OpenTask task, Optional<String> before, String reason, Actor by);

  void completed(OpenTask task, Actor by);

  /**
   * The task has ended without being completed: the case was sent back from it. It is not reported as cancelled besides.
   *
   * @param again the task of the step before, open again
   */
  void returned(OpenTask task, OpenTask again, String reason, Actor by);

  /** The task stands in another version of its model now, where it may have another key, page and group. */
  default void migrated(OpenTask task) {}

  /** The task ended without being done: its scope was interrupted or its instance deleted. */
  void cancelled(OpenTask task, Actor by);
}
