package org.petitiondesk.people;

/** What sort of body a unit is. Named by the messages {@code people.unit-kind.*}. */
public enum UnitKind {
  /** 政府 */
  GOVERNMENT,
  /** 信访工作机构 */
  PETITION_OFFICE,
  /** 职能部门 */
  DEPARTMENT,
  /** 街道、乡镇 */
  STREET,
  /** 社区、村 */
  COMMUNITY
}
