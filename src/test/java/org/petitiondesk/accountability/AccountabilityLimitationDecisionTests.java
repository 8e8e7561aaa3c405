package org.petitiondesk.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DecisionExamples;

class AccountabilityLimitationDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("accountability_limitation");

  @ParameterizedTest(name = "{0} of a {1}, {2}: {4} stay")
  @CsvSource(delimiter = '|', textBlock = """
      MAJOR             | CLAIM  | NORMAL    | false | 4
      GROUP             | CLAIM  | NORMAL    | false | 4
      FALSE_CLOSING     | CLAIM  | NORMAL    | true  | 4
      UNSATISFIED       | REPORT | NORMAL    | false | 4
      OVERDUE           | CLAIM  | EMERGENCY | false | 4
      SUPERVISION_SPENT | CLAIM  | NORMAL    | false | 3
      UNSATISFIED       | CLAIM  | NORMAL    | false | 2
      LEADER            | CLAIM  | URGENT    | false | 2
      """)
  void whatNoLimitationTakesAway(String trigger, String demandClass, String urgency, boolean simple, int stay) {
    var required = TABLE.one(Map.of("trigger", trigger, "demandClass", demandClass, "urgency", urgency, "simple",
        simple)).get("required");

    assertThat(ReviewTable.tracks((String) required)).hasSize(stay).contains(Track.CAUSE, Track.RECTIFICATION);
  }
}
