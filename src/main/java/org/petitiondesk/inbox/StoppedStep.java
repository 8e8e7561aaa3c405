package org.petitiondesk.inbox;

/**
 * A failed step that waits for an operator.
 *
 * @param times how often this step of the case has stopped so far, each time after all its tries
 */
public record StoppedStep(FailedStep step, int times) {

  /** Steps of one kind fail for one reason, as a rule. */
  public String kind() {
    return step.item().processKey() + " " + step.item().kind();
  }
}
