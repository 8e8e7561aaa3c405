package org.petitiondesk.people;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords; this one was not looked at, whatever it was. */
public class TooManyTries extends AuthenticationException {

  private static final long serialVersionUID = 1;

  private final Duration left;

  TooManyTries(Duration left) {
    super("Too many wrong passwords");
    this.left = left;
  }

  /** Until the next try is looked at. */
  public Duration left() {
    return left;
  }
}
