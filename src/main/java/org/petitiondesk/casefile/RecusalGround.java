package org.petitiondesk.casefile;

/** Why somebody may have to keep away from a case. */
public enum RecusalGround {
  /** The person says so: 自行回避. */
  DECLARED,
  /** Somebody else asks for it: 申请回避. */
  ASKED,
  /** The case is about a person of that name, or about somebody who answers to them. Barred without being asked. */
  RESPONDENT
}
