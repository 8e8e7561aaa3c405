package org.petitiondesk.inbox;

/**
 * How many there are, counted no further than {@link #MANY}.
 *
 * @param atLeast not everything was looked at: there may be more than were counted
 */
public record WorkListCount(int value, boolean atLeast) {

  /** Nobody counts past it. */
  public static final int MANY = 1000;

  /** {@code 37}; {@code 1000+} for more than a thousand; {@code 37+} when only a part was looked at. */
  @Override
  public String toString() {
    return value > MANY ? MANY + "+" : value + (atLeast ? "+" : "");
  }
}
