package org.petitiondesk.engine;

import org.petitiondesk.kernel.Forbidden;

/** Somebody else holds the task, or it waits for another group. */
public class NotYourTask extends Forbidden {

  NotYourTask(String key, Object... arguments) {
    super(key, arguments);
  }
}
