package org.petitiondesk.dispute;

/** How a dispute comes to the committee. */
public enum DisputeSource {
  /** A petition that screening referred. 信访转来 */
  PETITION,
  /** 当事人申请 */
  COUNTER,
  /** 公安委托 */
  POLICE,
  /** 法院委托 */
  COURT,
  /** 委员会主动调解 */
  COMMITTEE;

  /** Entrusted (委托) by a body that has a paper for it. */
  public boolean isEntrusted() {
    return this == POLICE || this == COURT;
  }
}
