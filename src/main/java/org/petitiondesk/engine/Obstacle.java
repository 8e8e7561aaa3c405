package org.petitiondesk.engine;

import java.util.List;

/**
 * What keeps a run from going to another version of its model. The sentence {@code engine.migration.<reason>} takes the
 * step and the details.
 *
 * @param step the element's name as drawn, or its id; empty where it is about the whole run
 */
public record Obstacle(Reason reason, String step, List<String> details) {

  public enum Reason {
    /** It stands at a step, and nobody has said where that is in the target. */
    NO_TARGET,
    /** The target is an element of another kind. */
    OTHER_KIND,
    /** The target lies inside or outside of a part of the model that does not go along. */
    OTHER_PLACE,
    /** What the engine says against it, in its own words. */
    ENGINE,
    /** Suspended runs are moved once they are active again. */
    SUSPENDED,
    /** An open item would end. */
    ITEM_LOST,
    /** An item would come about. */
    ITEM_NEW,
    /** An open item would change its date or its holder. */
    ITEM_CHANGED,
    /** A timer or a waiting job would end. */
    TIMER_LOST,
    /** A timer would be set that there was not, or one that has gone off would be set again. */
    TIMER_NEW,
    /** A timer would go off at another time. */
    TIMER_MOVED,
    /** A fault that an operator works on would be forgotten, or another one would appear. */
    INCIDENT,
    /** A date of the case, or a half-filled form, would not be what it was. */
    DATE,
    /** Other people work on the case all the time. */
    BUSY,
    /** Something failed that nobody expected; the log says more. */
    FAULT
  }

  public static Obstacle of(Reason reason, String step, String... details) {
    return new Obstacle(reason, step, List.of(details));
  }
}
