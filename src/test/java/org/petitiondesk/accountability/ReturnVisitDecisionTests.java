package org.petitiondesk.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.DecisionExamples;

class ReturnVisitDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("accountability_return_visit_day");

  @Test
  void somebodyLooksBackAfterThirtyAndAfterNinetyDays() {
    assertThat(TABLE.all(Map.of("urgency", "NORMAL"))).extracting(row -> row.get("days")).containsExactly(30, 90);
  }
}
