package org.petitiondesk.dispute;

import org.petitiondesk.casefile.PartyRole;

/** One of the two sides of a dispute. */
public enum Side {
  /** Asked for mediation, or was asked first. 申请人 */
  APPLICANT,
  /** 被申请人 */
  OTHER;

  /** As the register calls them. */
  PartyRole role() {
    return this == APPLICANT ? PartyRole.PETITIONER : PartyRole.RESPONDENT;
  }

  public Side opposite() {
    return this == APPLICANT ? OTHER : APPLICANT;
  }
}
