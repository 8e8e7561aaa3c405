package org.petitiondesk.engine;

import org.petitiondesk.kernel.Conflict;
import org.petitiondesk.kernel.Dates;

/** The task is gone: done by somebody else, done by the first of two clicks, or withdrawn with its case. */
public class NoOpenTask extends Conflict {

  private final String taskId;

  NoOpenTask(String taskId) {
    super("engine.conflict.gone");
    this.taskId = taskId;
  }

  NoOpenTask(String taskId, Handled handled) {
    super("engine.conflict.handled", handled.name(), Dates.local(handled.at()));
    this.taskId = taskId;
  }

  public String taskId() {
    return taskId;
  }
}
