package org.petitiondesk.petition;

/** What a ruling body decides about an objection. */
public enum ObjectionRuling {
  UPHOLD, DISMISS,
  /** To the joint meeting; only the common superior can. */
  REFER
}
