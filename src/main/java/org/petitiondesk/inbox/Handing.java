package org.petitiondesk.inbox;

import org.petitiondesk.engine.Sending;

/**
 * How an item came into the hands in which it is.
 *
 * @param by account, or one of the actors that are nobody's account
 * @param words why; empty where the work simply went on
 */
public record Handing(String by, How how, String words) {

  static Handing of(Sending sending) {
    var how = switch (sending.move()) {
      case ON -> How.SENT;
      case BACK -> How.RETURNED;
      case TAKEN_BACK -> How.TAKEN_BACK;
    };
    return new Handing(sending.by().asWhom().id(), how, sending.words());
  }

  public enum How {
    /** The step before it was finished. */
    SENT, TRANSFERRED,
    /** Sent back by the step that had it. */
    RETURNED,
    /** Taken back by whoever had sent it on. */
    TAKEN_BACK,
    /** Somebody is asked for a word. */
    ASKED
  }
}
