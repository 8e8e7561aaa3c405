package org.petitiondesk.report;

/** What is not as usual. */
public enum WarningKind {
  /** Many on one subject at one place within a week. 集中反映 */
  CLUSTER,
  /** More registered within a week than usual: on a subject, at a place or for a unit. 上升 */
  RISE,
  /** A unit has more overdue cases than usual. 逾期增多 */
  OVERDUE,
  /** More petitioners of a unit were not satisfied within a week than usual. 不满意增多 */
  UNSATISFIED,
  /** A unit has open cases in hand and has done nothing in any of them. 停滞 */
  STANDSTILL
}
