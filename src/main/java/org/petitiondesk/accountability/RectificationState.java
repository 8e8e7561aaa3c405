package org.petitiondesk.accountability;

/** Where a rectification stands. */
public enum RectificationState {
  /** Measures are worked on or wait for their inspection. */
  OPEN,
  /** Every measure was accepted on site. */
  DONE,
  /** It was accepted and turned out not to hold: at a return visit, or by a new petition about the same. */
  FAILED,
  /** It was ordered by mistake and taken back by two people. */
  CANCELLED
}
