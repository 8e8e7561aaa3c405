package org.petitiondesk.accountability;

/** How a rectification or one of its measures stands at a glance, the most urgent first. The page says it in colour, sign and word. */
public enum RectificationLight {
  /** A day has passed. */
  LATE,
  /** The day is near; how near is a setting. */
  SOON,
  /** Sent back too often; a leader above decides how it goes on. */
  DIRECTION, IN_TIME,
  /** The unit has reported it done; the light waits for the inspection. */
  COMPLETED,
  /** Accepted on site. */
  DONE,
  /** Accepted, and it did not hold. */
  FAILED,
  /** Ordered by mistake and taken back. */
  CANCELLED
}
