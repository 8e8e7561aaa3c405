package org.petitiondesk.petition;

/** Where an objection stands; the gateways of {@code petition_objection} know it by these names. */
public enum ObjectionState {
  /** The office that assigned the petition agrees or refuses. */
  WITH_SENDER,
  /** The common superior of both sides rules. */
  WITH_SUPERIOR,
  /** The joint meeting (联席会议) rules. */
  WITH_MEETING,
  /** By the sender: the petition is assigned anew. */
  AGREED,
  /** By a ruling, which names the unit that has to handle the petition. */
  UPHELD,
  /** By a ruling: the petition stays with the unit that objected. */
  DISMISSED,
  /** Overtaken by events, nobody has to decide any more. */
  ENDED;

  public boolean isOpen() {
    return this == WITH_SENDER || this == WITH_SUPERIOR || this == WITH_MEETING;
  }

  /** A ruling binds both sides and is a precedent for others. */
  public boolean isRuling() {
    return this == UPHELD || this == DISMISSED;
  }
}
