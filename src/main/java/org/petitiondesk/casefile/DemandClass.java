package org.petitiondesk.casefile;

/** The class of the demand: 建议意见, 检举控告, 申诉求决. */
public enum DemandClass {
  SUGGESTION,
  /** Against a person or a unit: seen only by those who are named on the case, never by the one reported. */
  REPORT, CLAIM
}
