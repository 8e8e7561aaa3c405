package org.petitiondesk.petition;

import java.time.LocalDate;

/**
 * How to ask for reconsideration (复查) of a reply.
 *
 * @param until the last day for it
 * @param body name of the next higher body; empty when the unit has none above it on the desk
 * @param over the day has passed
 */
public record Remedy(Deadline until, String body, boolean over) {

  public LocalDate on() {
    return until.on();
  }
}
