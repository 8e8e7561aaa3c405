package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A year of a clock in working days: a start, eight pauses with their ends, two extensions and a handing over. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class DueDateSpeed {

  private final OfficialCalendar calendar = OfficialDays.calendar();
  private final List<LedgerEntry> ledger = ledger();

  @Benchmark
  public Object due() {
    return DueDate.due(ledger, calendar);
  }

  /** Twenty entries, from the beginning of 2025 into 2026. */
  static List<LedgerEntry> ledger() {
    var start = LocalDate.of(2025, 1, 6);
    var ledger = new ArrayList<LedgerEntry>();
    ledger.add(LedgerEntry.start(start, new Term(120, TermUnit.WORKING_DAY, "rule"), "housing"));
    for (var i = 1; i <= 8; i++) {
      ledger.add(LedgerEntry.pause(start.plusDays(i * 35L), "supplement", "materials"));
      ledger.add(LedgerEntry.resume(start.plusDays(i * 35L + 12)));
    }
    ledger.add(LedgerEntry.extend(start.plusDays(60), 20, TermUnit.WORKING_DAY, "complex"));
    ledger.add(LedgerEntry.extend(start.plusDays(90), 30, TermUnit.DAY, "more complex"));
    ledger.add(LedgerEntry.handOver(start.plusDays(100), "education"));
    return List.copyOf(ledger);
  }
}
