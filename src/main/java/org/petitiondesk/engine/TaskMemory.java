package org.petitiondesk.engine;

import java.util.Optional;

/** Remembers who finished a task that the engine has already forgotten. The work list implements it. */
public interface TaskMemory {

  Optional<Handled> handled(String taskId);
}
