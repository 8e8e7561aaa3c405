package org.petitiondesk.petition;

import java.util.Optional;
import org.petitiondesk.calendar.ClockState;

/**
 * Whether the last opinion of a case can be looked at once more.
 *
 * @param level what can be asked for
 * @param time the clock of the time to ask
 * @param body name of whom to ask; empty when the next higher body is not on this desk
 */
public record ReviewRight(Opinion opinion, OpinionKind level, State state, ClockState time, Optional<String> body) {

  /** How the right stands. */
  public enum State {
    /** It can be used. */
    OPEN,
    /** It is being used. */
    USED,
    /** The time passed and nobody asked. */
    LAPSED
  }
}
