package org.petitiondesk.petition;

import java.time.LocalDate;

/**
 * How to ask the next higher body to look at the last opinion once more.
 *
 * @param level what can be asked for: reconsideration (复查) or final review (复核)
 * @param until the last day for it
 * @param body name of the next higher body; empty when it is not on this desk, and nothing can be asked for here
 * @param over the day has passed
 */
public record Remedy(OpinionKind level, Deadline until, String body, boolean over) {

  public LocalDate on() {
    return until.on();
  }

  /** It can be asked for on this page, now. */
  public boolean isOpen() {
    return !over && !body.isEmpty();
  }
}
