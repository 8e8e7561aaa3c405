package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.calendar.LedgerEntry.Kind;

/**
 * A ledger as it counts: corrections are put in their places, pauses are closed, stretches are in order. Everything is
 * gathered first and applied afterwards, so the order in which it was written can not matter.
 */
final class Ledger {

  private final List<LedgerEntry> entries;
  private final List<LedgerEntry> stretches = new ArrayList<>();
  private final List<Pause> pauses = new ArrayList<>();
  private final Optional<LedgerEntry> openPause;

  /** From the moment of one entry to that of another the clock stood still. */
  record Pause(LedgerEntry from, LedgerEntry to) {

    /** Days after the first up to and including the last are not counted; the day of the pause itself still is. */
    boolean covers(LocalDate day) {
      return day.isAfter(from.on()) && !day.isAfter(to.on());
    }
  }

  private Ledger(List<LedgerEntry> entries) {
    this.entries = entries;
    LedgerEntry open = null;
    for (var entry : entries) {
      switch (entry.kind()) {
        case START, EXTEND -> stretches.add(inUnit(entry));
        case PAUSE -> open = open == null ? entry : open;
        case RESUME -> {
          if (open != null) {
            pauses.add(new Pause(open, entry));
            open = null;
          }
        }
        // Whose hands it is in, other official days and the stop do not change when the period runs out.
        case HAND_OVER, CALENDAR, STOP, CORRECT, ANNUL -> {
        }
      }
    }
    openPause = Optional.ofNullable(open);
    // First the term, then extensions in its unit, then the others: counted in one order, however they were written.
    if (stretches.size() > 2) {
      stretches.sort(Comparator.comparing(this::rank));
    }
  }

  static Ledger of(List<LedgerEntry> written) {
    if (written.isEmpty() || written.get(0).kind() != Kind.START) {
      throw new IllegalArgumentException("A ledger begins with START");
    }
    if (written.stream().noneMatch(entry -> entry.corrects() > 0)) {
      return new Ledger(written);
    }
    var entries = new ArrayList<>(written);
    for (var entry : written) {
      if (entry.corrects() > 0) {
        var place = entry.corrects() - 1;
        entries.set(place, entry.kind() == Kind.ANNUL ? null : written.get(place).corrected(entry));
      }
    }
    entries.removeIf(entry -> entry == null || entry.corrects() > 0);
    return new Ledger(entries);
  }

  /** The entry at that place, from 1, as it counts now; empty when it was annulled. */
  static Optional<LedgerEntry> entry(List<LedgerEntry> written, int place) {
    return written.stream().filter(entry -> entry.corrects() == place).reduce((earlier, later) -> later)
        .map(last -> last.kind() == Kind.ANNUL ? null : written.get(place - 1).corrected(last))
        .or(() -> written.stream().noneMatch(entry -> entry.corrects() == place)
            ? Optional.of(written.get(place - 1))
            : Optional.empty());
  }

  /** Version of the official days by which it is counted: the newest that one of its entries names. */
  static int calendar(List<LedgerEntry> written) {
    return written.stream().mapToInt(LedgerEntry::calendar).max().orElseThrow();
  }

  LedgerEntry start() {
    return entries.get(0);
  }

  /** As they count, in the order of writing. */
  List<LedgerEntry> entries() {
    return entries;
  }

  List<LedgerEntry> stretches() {
    return stretches;
  }

  List<Pause> pauses() {
    return pauses;
  }

  Optional<LedgerEntry> openPause() {
    return openPause;
  }

  Optional<LedgerEntry> stop() {
    return entries.stream().filter(entry -> entry.kind() == Kind.STOP).reduce((earlier, later) -> later);
  }

  /** The entry by which the unit that has it came to have it. */
  LedgerEntry lastHands() {
    return entries.stream().filter(entry -> entry.kind() == Kind.START || entry.kind() == Kind.HAND_OVER)
        .reduce((earlier, later) -> later.on().isBefore(earlier.on()) ? earlier : later).orElseThrow();
  }

  /** Why these entries can not follow each other in time, as a message key; empty when they can. */
  Optional<String> contradiction() {
    if (pauses.stream().anyMatch(pause -> pause.to().moment().isBefore(pause.from().moment()))) {
      return Optional.of("calendar.refused.resumed-before-paused");
    }
    if (entries.stream().filter(Ledger::happened).anyMatch(entry -> entry.on().isBefore(start().on()))) {
      return Optional.of("calendar.refused.before-start");
    }
    LocalDateTime before = null;
    for (var pause : pauses) {
      if (before != null && pause.from().moment().isBefore(before)) {
        return Optional.of("calendar.refused.pauses-overlap");
      }
      before = pause.to().moment();
    }
    return Optional.empty();
  }

  /** What was decided about the clock may be older than the clock. */
  private static boolean happened(LedgerEntry entry) {
    return switch (entry.kind()) {
      case PAUSE, RESUME, HAND_OVER, STOP -> true;
      case START, EXTEND, CALENDAR, CORRECT, ANNUL -> false;
    };
  }

  private LedgerEntry inUnit(LedgerEntry stretch) {
    if ((stretch.unit() == TermUnit.HOUR) != (start().unit() == TermUnit.HOUR)) {
      throw new IllegalArgumentException("Days are not added to a clock in hours, nor hours to one in days");
    }
    return stretch;
  }

  private int rank(LedgerEntry stretch) {
    return stretch.kind() == Kind.START ? 0 : stretch.unit() == start().unit() ? 1 : 2;
  }
}
