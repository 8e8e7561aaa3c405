package org.petitiondesk.escalation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.petitiondesk.calendar.Clocks;
import org.petitiondesk.casefile.CaseFiles;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.kernel.PastQuestions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the table of alarms was asked for the clocks of closed cases. */
@Component
class PastAlarms implements PastQuestions {

  private final Clocks clocks;
  private final CaseFiles cases;
  private final ClockAlarms alarms;

  PastAlarms(Clocks clocks, CaseFiles cases, ClockAlarms alarms) {
    this.clocks = clocks;
    this.cases = cases;
    this.alarms = alarms;
  }

  @Override
  public Set<String> decisions() {
    return Set.of("clock_alarms");
  }

  @Override
  @Transactional(readOnly = true)
  public List<Question> of(String decision, Collection<CaseId> closed) {
    return closed.stream().flatMap(id -> {
      var urgency = cases.get(id).urgency().name();
      return clocks.of(id).stream().filter(clock -> !clock.isRight())
          .map(clock -> new Question(id, Map.of("kind", clock.kind(), "unit", clock.unit(), "urgency", urgency, "role",
              alarms.role(clock.unit()).name()), Optional.of(clock.id().value())));
    }).toList();
  }
}
