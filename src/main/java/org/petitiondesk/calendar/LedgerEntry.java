package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * One line of a clock's ledger. Lines are added, never changed.
 *
 * @param on the day the act counts from, which need not be the day it was entered
 * @param at time of day, of a clock in hours only; without one the act counts from the end of its day
 * @param length days or hours of a START or EXTEND; the longest a PAUSE may last, 0 for one without such an end
 * @param unit unit of that length
 * @param text the rule of a START; what was said to a PAUSE, EXTEND, CALENDAR, CORRECT or ANNUL
 * @param subject the unit that has the clock after a START or HAND_OVER; why a PAUSE: a row of {@code clock_pauses};
 *          the account that proposed a CORRECT or ANNUL
 * @param corrects the place in the ledger, from 1, of the entry that a CORRECT or ANNUL puts right; otherwise 0
 * @param calendar version of the official days that is in force from this entry on
 */
public record LedgerEntry(Kind kind, LocalDate on, Optional<LocalTime> at, int length, TermUnit unit, String text,
    String subject, int corrects, int calendar) {

  public enum Kind {
    START, PAUSE, RESUME, EXTEND, HAND_OVER,
    /** Other official days are in force. */
    CALENDAR,
    /** An earlier entry has another day or length. */
    CORRECT,
    /** An earlier entry does not count. */
    ANNUL, STOP
  }

  /** Official days as they came with the installation. */
  static final int FIRST_CALENDAR = 1;

  public static LedgerEntry start(LocalDate on, Term term, String unit) {
    return plain(Kind.START, on, term.rule()).lasting(term.length(), term.unit()).about(unit);
  }

  public static LedgerEntry extend(LocalDate on, int length, TermUnit unit, String reason) {
    return plain(Kind.EXTEND, on, reason).lasting(length, unit);
  }

  /** A pause without a latest end. */
  public static LedgerEntry pause(LocalDate on, String reason, String text) {
    return plain(Kind.PAUSE, on, text).about(reason);
  }

  public static LedgerEntry resume(LocalDate on) {
    return plain(Kind.RESUME, on, "");
  }

  public static LedgerEntry handOver(LocalDate on, String unit) {
    return plain(Kind.HAND_OVER, on, "").about(unit);
  }

  public static LedgerEntry calendar(LocalDate on, String reason) {
    return plain(Kind.CALENDAR, on, reason);
  }

  /** The entry at that place counts from this day; its length is another one only when {@link #lasting} says so. */
  public static LedgerEntry correct(int corrects, LocalDate on, String reason) {
    return plain(Kind.CORRECT, on, reason).of(corrects);
  }

  public static LedgerEntry annul(int corrects, LocalDate on, String reason) {
    return plain(Kind.ANNUL, on, reason).of(corrects);
  }

  public static LedgerEntry stop(LocalDate on) {
    return plain(Kind.STOP, on, "");
  }

  private static LedgerEntry plain(Kind kind, LocalDate on, String text) {
    return new LedgerEntry(kind, on, Optional.empty(), 0, TermUnit.DAY, text, "", 0, FIRST_CALENDAR);
  }

  public LedgerEntry lasting(int length, TermUnit unit) {
    return new LedgerEntry(kind, on, at, length, unit, text, subject, corrects, calendar);
  }

  public LedgerEntry at(Optional<LocalTime> at) {
    return new LedgerEntry(kind, on, at, length, unit, text, subject, corrects, calendar);
  }

  LedgerEntry by(int calendar) {
    return new LedgerEntry(kind, on, at, length, unit, text, subject, corrects, calendar);
  }

  private LedgerEntry of(int corrects) {
    return new LedgerEntry(kind, on, at, length, unit, text, subject, corrects, calendar);
  }

  LedgerEntry about(String subject) {
    return new LedgerEntry(kind, on, at, length, unit, text, subject, corrects, calendar);
  }

  /** What somebody entered about the time; official days change by their own approval, a correction by another one. */
  public boolean isCorrectable() {
    return switch (kind) {
      case START, PAUSE, RESUME, EXTEND, HAND_OVER, STOP -> true;
      case CALENDAR, CORRECT, ANNUL -> false;
    };
  }

  /** Without its start a clock is none, and what was stopped went on in another way. */
  public boolean isAnnullable() {
    return isCorrectable() && kind != Kind.START && kind != Kind.STOP;
  }

  /** This entry with the day, the time and, where it says one, the length of the correction. */
  LedgerEntry corrected(LedgerEntry correction) {
    return new LedgerEntry(kind, correction.on, correction.at, correction.length > 0 ? correction.length : length,
        unit, text, subject, corrects, calendar);
  }

  /** From when it counts. */
  LocalDateTime moment() {
    return at.map(on::atTime).orElseGet(() -> on.plusDays(1).atStartOfDay());
  }
}
