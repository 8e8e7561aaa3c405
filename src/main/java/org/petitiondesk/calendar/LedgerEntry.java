package org.petitiondesk.calendar;

import java.time.LocalDate;

/**
 * One line of a clock's ledger. Lines are added, never changed.
 *
 * @param on the day the act counts from, which need not be the day it was entered
 * @param length days of a START or EXTEND, otherwise 0
 * @param unit unit of that length
 * @param text the rule of a START, the reason of a PAUSE, EXTEND or CALENDAR, the unit taking over in a HAND_OVER
 */
public record LedgerEntry(Kind kind, LocalDate on, int length, TermUnit unit, String text) {

  public enum Kind {
    START, PAUSE, RESUME, EXTEND, HAND_OVER, CALENDAR, STOP
  }

  public static LedgerEntry start(LocalDate on, Term term) {
    return new LedgerEntry(Kind.START, on, term.length(), term.unit(), term.rule());
  }

  public static LedgerEntry extend(LocalDate on, int length, TermUnit unit, String reason) {
    return new LedgerEntry(Kind.EXTEND, on, length, unit, reason);
  }

  public static LedgerEntry pause(LocalDate on, String reason) {
    return plain(Kind.PAUSE, on, reason);
  }

  public static LedgerEntry resume(LocalDate on) {
    return plain(Kind.RESUME, on, "");
  }

  public static LedgerEntry handOver(LocalDate on, String unit) {
    return plain(Kind.HAND_OVER, on, unit);
  }

  public static LedgerEntry calendar(LocalDate on, String reason) {
    return plain(Kind.CALENDAR, on, reason);
  }

  public static LedgerEntry stop(LocalDate on) {
    return plain(Kind.STOP, on, "");
  }

  private static LedgerEntry plain(Kind kind, LocalDate on, String text) {
    return new LedgerEntry(kind, on, 0, TermUnit.DAY, text);
  }
}
