package org.petitiondesk.inbox;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.petitiondesk.kernel.CaseId;

/**
 * Somebody is asked for a word on an item.
 *
 * @param id once it is open, also the id of the asked person's own work item
 * @param item the item that it is about
 * @param askedOf account
 */
public record WordRequest(String id, String item, CaseId caseId, Kind kind, String askedBy, String askedOf,
    String question, Instant askedAt, State state, Optional<String> answer, Optional<Instant> answeredAt) {

  public enum Kind {
    /** 前加签: the item can not be finished before the word is given. */
    BEFORE,
    /**
     * 后加签: asked when the item is finished. It must be read and answered, but the case goes on: its legal dates do not
     * wait for a word on what is decided already.
     */
    AFTER,
    /** 委派: a colleague helps with the item and gives it back with a word. */
    HELP;

    /** As it stands in addresses and message keys. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum State {
    /** Waits for the end of the item. */
    PLANNED, OPEN, ANSWERED,
    /** Taken back, or its item has gone. */
    DROPPED
  }

  public boolean isWaiting() {
    return state == State.OPEN || state == State.PLANNED;
  }
}
