package org.petitiondesk.accountability;

/** Where a review stands. */
public enum ReviewState {
  /** The panel is not named yet. */
  NAMING,
  /** A limitation of the scope waits for its second signature. */
  LIMITING,
  /** Tracks are claimed and judged. */
  OPEN,
  /** All have passed; the chair signs. */
  SIGNING, SIGNED
}
