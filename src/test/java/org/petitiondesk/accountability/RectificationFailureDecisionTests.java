package org.petitiondesk.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DecisionExamples;

class RectificationFailureDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("accountability_rectification_failure");

  @ParameterizedTest
  @CsvSource({"1,NORMAL,false", "1,URGENT,false", "1,EMERGENCY,true", "2,NORMAL,true", "5,URGENT,true"})
  void aLeaderAboveHearsOfTheSecondFailureAndOfTheFirstInAnEmergency(int failures, String urgency, boolean raised) {
    assertThat(TABLE.one(Map.of("failures", failures, "urgency", urgency))).containsEntry("raised", raised);
  }
}
