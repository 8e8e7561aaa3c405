package org.petitiondesk.accountability;

/** The four that are not let go (四不放过), in their order. */
public enum Track {
  /** 原因不查清不放过 */
  CAUSE,
  /** 整改不到位不放过 */
  RECTIFICATION,
  /** 责任没追究不放过 */
  RESPONSIBILITY,
  /** 教训没汲取不放过 */
  LESSON;

  /** Its papers are for the panel, the unit's leaders and the person concerned alone. */
  public boolean isRestricted() {
    return this == CAUSE || this == RESPONSIBILITY;
  }
}
