package org.petitiondesk.inbox;

/**
 * How an item came into the hands in which it is.
 *
 * @param by account, or one of the actors that are nobody's account
 * @param words why; empty where the work simply went on
 */
public record Handing(String by, How how, String words) {

  public enum How {
    /** The step before it was finished. */
    SENT, TRANSFERRED
  }
}
