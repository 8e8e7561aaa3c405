package org.petitiondesk.petition;

/** How a rating came in: on the public page, or told to an officer who called back. */
public enum RatedVia {
  PORTAL, CALL_BACK
}
