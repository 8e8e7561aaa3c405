package org.petitiondesk.casefile;

/** How fast a case must be looked at. */
public enum Urgency {
  NORMAL, URGENT, EMERGENCY
}
