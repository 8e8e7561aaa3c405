package org.petitiondesk.kernel;

/** Too late, twice or stale: somebody else was first, or the case has moved on. 409; nothing was changed. */
public class Conflict extends DeskException {

  public Conflict(String key, Object... arguments) {
    super(key, arguments);
  }
}
