package org.petitiondesk.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.DecisionExamples;

class ClockAlarmsDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("clock_alarms");

  @Test
  void theUsualLadderRemindsThreeTimesThenWritesThenAsksLeadersThenSupervises() {
    assertThat(ladder("handling", "environment", "NORMAL", "HANDLER")).containsExactly(
        "before_5 -5 REMIND HOLDER", "before_1 -1 REMIND HOLDER", "due 0 REMIND HOLDER",
        "overdue_notice 1 NOTICE HOLDER", "overdue_decision 1 DECISION UNIT_LEADER",
        "overdue_criticism 5 CRITICISM UNIT_LEADER", "overdue_supervision 5 SUPERVISION LEADER_ABOVE",
        "overdue_again 10 REMIND UNIT_LEADER", "overdue_review 10 REVIEW OFFICE_LEADER");
  }

  @Test
  void anEmergencyRemindsTheLeaderOnTheLastDayToo() {
    assertThat(ladder("handling", "environment", "EMERGENCY", "HANDLER")).contains("due_leader 0 REMIND UNIT_LEADER");
  }

  @Test
  void aPetitionOfficeDoesNotSuperviseItself() {
    assertThat(ladder("routing", "xfj", "NORMAL", "OFFICER")).contains("overdue_supervision 5 DECISION LEADER_ABOVE")
        .noneMatch(step -> step.contains("SUPERVISION"));
  }

  @Test
  void whatPeopleOweToAReviewIsChasedAndNeverSupervised() {
    assertThat(List.of("lesson_reading", "responsibility_statement")).allSatisfy(
        kind -> assertThat(ladder(kind, "environment", "NORMAL", "HANDLER")).containsExactly(
            "before_5 -5 REMIND HOLDER", "before_1 -1 REMIND HOLDER", "due 0 REMIND HOLDER",
            "overdue_notice 1 NOTICE HOLDER"));
  }

  @Test
  void aClockThatNoRowNamesHasTheUsualLadder() {
    assertThat(ladder("coffee_break", "nowhere", "NORMAL", "HANDLER")).hasSize(9)
        .allSatisfy(step -> assertThat(step.split(" ")[3]).isNotBlank());
  }

  @Test
  void theLastReminderComesAgainAndAgain() {
    assertThat(TABLE.all(inputs("handling", "environment", "NORMAL", "HANDLER")))
        .filteredOn(row -> row.get("every") != null).singleElement()
        .satisfies(row -> assertThat(row).containsEntry("step", "overdue_again").containsEntry("every", 5));
  }

  /** Of several rows for one step the first counts. */
  private static List<String> ladder(String kind, String unit, String urgency, String role) {
    var steps = new LinkedHashMap<Object, String>();
    TABLE.all(inputs(kind, unit, urgency, role)).forEach(row -> steps.putIfAbsent(row.get("step"),
        row.get("step") + " " + row.get("stage") + " " + row.get("action") + " " + row.get("receiver")));
    return List.copyOf(steps.values());
  }

  private static Map<String, String> inputs(String kind, String unit, String urgency, String role) {
    return Map.of("kind", kind, "unit", unit, "urgency", urgency, "role", role);
  }
}
