package org.petitiondesk.inbox;

import java.time.LocalDate;

/** The groups of the work list, most urgent first. Each is a range of {@link Standing#rank}, so that the order is theirs. */
public enum Severity {
  OVERDUE, TODAY, WEEK, LATER, WAITING;

  private static final int WEEK_DAYS = 7;

  static Severity of(LocalDate rank, LocalDate today) {
    if (rank.equals(Standing.WAITING_RANK)) {
      return WAITING;
    }
    if (rank.isBefore(today)) {
      return OVERDUE;
    }
    if (rank.equals(today)) {
      return TODAY;
    }
    return rank.isAfter(today.plusDays(WEEK_DAYS)) ? LATER : WEEK;
  }

  /** First rank that belongs here. */
  LocalDate from(LocalDate today) {
    return switch (this) {
      case OVERDUE -> LocalDate.EPOCH;
      case TODAY -> today;
      case WEEK -> today.plusDays(1);
      case LATER -> today.plusDays(WEEK_DAYS + 1);
      case WAITING -> Standing.WAITING_RANK;
    };
  }

  /** Last rank that belongs here. */
  LocalDate to(LocalDate today) {
    return switch (this) {
      case OVERDUE -> today.minusDays(1);
      case TODAY -> today;
      case WEEK -> today.plusDays(WEEK_DAYS);
      case LATER -> Standing.NO_DATE_RANK;
      case WAITING -> Standing.WAITING_RANK;
    };
  }
}
