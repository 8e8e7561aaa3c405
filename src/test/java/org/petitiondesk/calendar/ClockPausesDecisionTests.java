package org.petitiondesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DecisionExamples;
import org.petitiondesk.calendar.PauseRule.Approval;
import org.petitiondesk.calendar.PauseRule.WaitsFor;

class ClockPausesDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("clock_pauses");

  @Test
  void theFirstRowCounts() {
    assertThat(TABLE.hitPolicy()).isEqualTo("FIRST");
  }

  @ParameterizedTest(name = "{0} for {1}: {2}")
  @CsvSource({
      // clock, reason, row, may pause, waits for, at most, approved by
      "handling, supplement, pause_supplement, true, PETITIONER, 15, NONE",
      "routing, supplement, pause_supplement, true, PETITIONER, 15, NONE",
      "hotline_urgent, supplement, pause_none, false, NOBODY, 0, LEADER",
      "final_review, hearing, pause_hearing, true, OFFICE, 30, LEADER",
      "handling, hearing, pause_none, false, NOBODY, 0, LEADER",
      "handling, appraisal, pause_appraisal, true, OTHER_BODY, 60, LEADER",
      "handling, proceeding, pause_proceeding, true, OTHER_BODY, 90, LEADER",
      "notice, proceeding, pause_none, false, NOBODY, 0, LEADER",
      "hotline_emergency, force_majeure, pause_force_majeure, true, NOBODY, 30, LEADER",
      "rectification_inspection, force_majeure, pause_none, false, NOBODY, 0, LEADER",
      "reconsideration_request, force_majeure, pause_none, false, NOBODY, 0, LEADER",
      "handling, coffee_break, pause_none, false, NOBODY, 0, LEADER"})
  void aReasonPausesAClockOrNotAndNeverWithoutEnd(String kind, String reason, String row, boolean pausable,
      WaitsFor waitsFor, int length, Approval approval) {
    var rule = TABLE.one(Map.of("kind", kind, "reason", reason));

    assertThat(TABLE.fired()).containsExactly(row);
    assertThat(rule).containsEntry("pausable", pausable).containsEntry("waitsFor", waitsFor.name())
        .containsEntry("length", length).containsEntry("approval", approval.name());
  }
}
