package org.petitiondesk.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.petitiondesk.engine.Decisions;
import org.petitiondesk.engine.FiredRow;
import org.petitiondesk.kernel.Dates;
import org.springframework.stereotype.Component;

/** The terms of all kinds of clocks: the decision table {@code clock_terms}. */
@Component
public class ClockTerms {

  private final Decisions decisions;
  private final Clock clock;

  ClockTerms(Decisions decisions, Clock clock) {
    this.decisions = decisions;
    this.clock = clock;
  }

  /** For a clock that starts today. */
  public ClockTerm of(String kind) {
    return of(kind, Dates.today(clock)).orElseThrow(() -> new IllegalArgumentException("No term is in force: " + kind));
  }

  /** Empty when no row of that kind was in force on the day on which the clock started. */
  public Optional<ClockTerm> of(String kind, LocalDate startedOn) {
    return decisions.evaluate("clock_terms", Map.of("kind", kind, "startedOn", startedOn)).rows().stream().findFirst()
        .map(ClockTerms::term);
  }

  private static ClockTerm term(FiredRow row) {
    var length = row.text("length").isEmpty() ? OptionalInt.empty() : OptionalInt.of(row.number("length"));
    return new ClockTerm(length, TermUnit.valueOf(row.text("unit")), row.text("law") + row.text("article"),
        row.number("target"), row.number("extension"), row.number("extensions"));
  }
}
