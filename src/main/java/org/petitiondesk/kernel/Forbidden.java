package org.petitiondesk.kernel;

/** The actor is known and may not do this: 403. */
public class Forbidden extends DeskException {

  public Forbidden(String key, Object... arguments) {
    super(key, arguments);
  }
}
