package org.petitiondesk.calendar;

/** What a term is counted in. */
public enum TermUnit {
  /** Calendar day, 日: weekends and holidays count. */
  DAY,
  /** Working day including make-up days, 工作日. */
  WORKING_DAY,
  /** Hour, 小时, by day and night, on working days and days off. */
  HOUR
}
