package org.petitiondesk.kernel;

/** There is no such thing, or the actor may not learn that there is: 404. */
public class NotFound extends DeskException {

  public NotFound(String key, Object... arguments) {
    super(key, arguments);
  }
}
