package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.petitiondesk.calendar.LedgerEntry.Kind;

/**
 * In whose hands a case was, told by the ledgers of its clocks. Of clocks that run side by side the one that started
 * last speaks; days on which none ran are nobody's.
 *
 * @param spans in the order of time
 */
public record Hands(List<Span> spans) {

  /** In the place of a unit: what the petitioner may do, and nobody of the house can be late with. */
  public static final String PETITIONER = "petitioner";

  /**
   * Days in one pair of hands.
   *
   * @param waiting why the clock stood still, a row of {@code clock_pauses}: then whoever is waited for has it
   * @param to last day
   * @param workingDays 工作日 of the span
   */
  public record Span(String unit, Optional<String> waiting, LocalDate from, LocalDate to, int workingDays) {

    private boolean sameHands(Span other) {
      return waiting.isPresent() || other.waiting.isPresent()
          ? waiting.equals(other.waiting)
          : unit.equals(other.unit);
    }

    private Span and(Span next) {
      return new Span(unit, waiting, from, next.to, workingDays + next.workingDays);
    }
  }

  static Hands of(List<List<LedgerEntry>> written, OfficialCalendar calendar, LocalDate today) {
    var ledgers = written.stream().map(Ledger::of).toList();
    var spans = new ArrayList<Span>();
    var first = ledgers.stream().map(ledger -> ledger.start().on()).min(Comparator.naturalOrder()).orElse(today);
    for (var day = first.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
      var that = day;
      ledgers.stream().filter(ledger -> runs(ledger, that))
          .max(Comparator.comparing(ledger -> ledger.start().on())).ifPresent(ledger -> {
            var span = span(ledger, that, calendar);
            var last = spans.size() - 1;
            if (last >= 0 && spans.get(last).sameHands(span) && spans.get(last).to().plusDays(1).equals(that)) {
              spans.set(last, spans.get(last).and(span));
            } else {
              spans.add(span);
            }
          });
    }
    return new Hands(List.copyOf(spans));
  }

  /** One line for each pair of hands, those with most days first. */
  public List<Span> totals() {
    var totals = new ArrayList<Span>();
    for (var span : spans) {
      var known = totals.stream().filter(span::sameHands).findFirst();
      known.ifPresent(totals::remove);
      totals.add(known.map(total -> total.and(span)).orElse(span));
    }
    totals.sort(Comparator.comparing(Span::workingDays).reversed());
    return totals;
  }

  private static boolean runs(Ledger ledger, LocalDate day) {
    return day.isAfter(ledger.start().on()) && ledger.stop().filter(stop -> day.isAfter(stop.on())).isEmpty();
  }

  /** As in counting, the day of an act still belongs to what was before it. */
  private static Span span(Ledger ledger, LocalDate day, OfficialCalendar calendar) {
    var unit = ledger.entries().stream()
        .filter(entry -> entry.kind() == Kind.START || entry.kind() == Kind.HAND_OVER)
        .filter(entry -> entry.on().isBefore(day)).reduce((earlier, later) -> later).orElseThrow().subject();
    var waiting = ledger.pauses().stream().filter(pause -> pause.covers(day)).map(Ledger.Pause::from).findFirst()
        .or(() -> ledger.openPause().filter(pause -> day.isAfter(pause.on()))).map(LedgerEntry::subject);
    return new Span(unit, unit.equals(PETITIONER) ? Optional.of("right") : waiting, day, day,
        calendar.isWorkingDay(day) ? 1 : 0);
  }
}
