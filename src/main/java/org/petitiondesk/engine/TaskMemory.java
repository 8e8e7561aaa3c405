package org.petitiondesk.engine;

import java.util.Optional;
import org.petitiondesk.kernel.Actor;

/** What the work list knows of tasks: the open ones, and who finished those that the engine has already forgotten. */
public interface TaskMemory {

  /** An open task as it was last told to {@link TaskObserver}; empty for one that is not open or not known. */
  Optional<OpenTask> open(String taskId);

  Optional<Handled> handled(String taskId);

  /** Whether whoever holds the task has asked the actor to help with it: to look and to add, not to complete. */
  boolean helps(String taskId, Actor actor);
}
