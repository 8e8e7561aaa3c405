package org.petitiondesk.calendar;

import java.util.List;
import java.util.Map;
import org.petitiondesk.calendar.PauseRule.Approval;
import org.petitiondesk.calendar.PauseRule.WaitsFor;
import org.petitiondesk.engine.Decisions;
import org.springframework.stereotype.Component;

/** For which reasons clocks may be paused, and how long: the decision table {@code clock_pauses}. */
@Component
public class PauseRules {

  /** The petitioner was asked for material. */
  public static final String SUPPLEMENT = "supplement";
  /** A hearing is called and held. */
  public static final String HEARING = "hearing";

  private final Decisions decisions;

  PauseRules(Decisions decisions) {
    this.decisions = decisions;
  }

  /** The reasons that the table names, in its order. */
  public List<String> reasons() {
    return decisions.words("clock_pauses", "reason");
  }

  /** A reason that the table does not know pauses nothing. */
  public PauseRule of(String kind, String reason) {
    var row = decisions.evaluate("clock_pauses", Map.of("kind", kind, "reason", reason)).single();
    return new PauseRule(row.flag("pausable"), WaitsFor.valueOf(row.text("waitsFor")), row.number("length"),
        TermUnit.valueOf(row.text("unit")), Approval.valueOf(row.text("approval")), row.number("chaseAfter"),
        row.text("chase"), row.annotation());
  }
}
