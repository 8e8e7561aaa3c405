package org.petitiondesk.petition;

/** What overtook an objection. */
public enum ObjectionEnding {
  /** The petition is over: withdrawn, merged, closed. */
  CLOSED,
  /** A leader gave the petition to another unit, or the office took it back to screening. */
  MOVED,
  /** The unit took its objection back before anybody had looked at it. */
  TAKEN_BACK
}
