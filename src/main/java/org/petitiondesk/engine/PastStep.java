package org.petitiondesk.engine;

/**
 * What moved a case on: a finished task, a message, a timer.
 *
 * @param back whether the case was taken back to it, out of another step
 */
public record PastStep(String element, Kind kind, boolean back) {

  public enum Kind {
    TASK, MESSAGE, TIMER
  }
}
