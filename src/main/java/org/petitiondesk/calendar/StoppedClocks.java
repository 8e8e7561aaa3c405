package org.petitiondesk.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.PastClocks;
import org.petitiondesk.kernel.PastQuestions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clocks of closed cases, and what the table of terms was asked for them. */
@Component
@Transactional(readOnly = true)
class StoppedClocks implements PastClocks, PastQuestions {

  private final ClockTable table;
  private final WorkingDays workingDays;

  StoppedClocks(ClockTable table, WorkingDays workingDays) {
    this.table = table;
    this.workingDays = workingDays;
  }

  @Override
  public Set<String> decisions() {
    return Set.of("clock_terms");
  }

  @Override
  public List<Question> of(String decision, Collection<CaseId> cases) {
    return cases.stream().flatMap(id -> table.of(id).stream()).map(ClockTable.Row::clock)
        .map(clock -> new Question(clock.caseId(), Map.of("kind", clock.kind(), "startedOn", clock.startedOn()),
            Optional.of(clock.id().value())))
        .toList();
  }

  @Override
  public LocalDate due(UUID clock, int length, String unit) {
    var written = table.ledger(new ClockId(clock));
    var start = written.get(0);
    var wanted = TermUnit.valueOf(unit);
    if ((start.unit() == TermUnit.HOUR) != (wanted == TermUnit.HOUR)) {
      // Days and hours are counted in different ledgers; the day is all that can be said.
      return workingDays.lastDay(start.on(), new Term(Math.max(1, wanted == TermUnit.HOUR ? length / 24 : length),
          wanted == TermUnit.HOUR ? TermUnit.DAY : wanted, "", 0));
    }
    var other = new ArrayList<>(written);
    other.set(0, start.lasting(length, wanted));
    return DueDate.due(other, workingDays.calendar(Ledger.calendar(written))).on();
  }

  @Override
  public LocalDate due(UUID clock) {
    return find(clock).due().on();
  }

  @Override
  public Optional<LocalDate> stopped(UUID clock) {
    return find(clock).stoppedOn();
  }

  @Override
  public int late(UUID clock, LocalDate due) {
    return find(clock).stoppedOn().map(stop -> workingDays.between(due, stop)).orElse(0);
  }

  private ClockState find(UUID clock) {
    return table.find(new ClockId(clock)).orElseThrow().clock();
  }
}
