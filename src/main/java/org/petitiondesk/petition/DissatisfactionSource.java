package org.petitiondesk.petition;

/** How it came to be known that the petitioner is not satisfied. */
public enum DissatisfactionSource {
  /** The rating says so. */
  RATING,
  /** The petitioner disputes the closing on the follow page. */
  DISPUTE
}
