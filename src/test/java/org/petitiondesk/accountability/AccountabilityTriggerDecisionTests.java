package org.petitiondesk.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DecisionExamples;
import org.petitiondesk.kernel.CaseReviews.Trigger;

class AccountabilityTriggerDecisionTests {

  private static final String ALL = "CAUSE,RECTIFICATION,RESPONSIBILITY,LESSON";

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("accountability_trigger");

  @ParameterizedTest(name = "{0} of a {1}, {2}, simple {3}, time {4}: {5}")
  @CsvSource(delimiter = '|', textBlock = """
      LEADER              | CLAIM      | NORMAL    | false | 1 | true  | trigger_leader
      FALSE_CLOSING       | CLAIM      | NORMAL    | true  | 1 | true  | trigger_false_closing
      RETURN_VISIT_FAILED | SUGGESTION | NORMAL    | false | 1 | true  | trigger_return_visit
      SUPERVISION_SPENT   | CLAIM      | NORMAL    | true  | 1 | true  | trigger_supervision_spent
      GROUP               | CLAIM      | URGENT    | false | 1 | true  | trigger_group
      GROUP               | CLAIM      | URGENT    | false | 2 | false | trigger_group_not
      MAJOR               | CLAIM      | EMERGENCY | false | 1 | true  | trigger_major
      MAJOR               | CLAIM      | EMERGENCY | false | 2 | false | trigger_major_again
      REPEAT              | SUGGESTION | NORMAL    | false | 3 | false | trigger_repeat_suggestion
      REPEAT              | CLAIM      | NORMAL    | false | 1 | true  | trigger_repeat
      OVERDUE             | CLAIM      | URGENT    | false | 1 | true  | trigger_overdue_urgent
      OVERDUE             | CLAIM      | NORMAL    | false | 2 | true  | trigger_overdue_again
      OVERDUE             | CLAIM      | NORMAL    | false | 1 | false | trigger_overdue
      UNSATISFIED         | SUGGESTION | NORMAL    | false | 1 | false | trigger_unsatisfied_suggestion
      UNSATISFIED         | CLAIM      | NORMAL    | false | 1 | true  | trigger_unsatisfied
      UNSATISFIED         | REPORT     | NORMAL    | false | 1 | true  | trigger_unsatisfied
      SOMETHING_ELSE      | CLAIM      | NORMAL    | false | 1 | false | trigger_none
      """)
  void aReasonOpensAReviewOrNot(String trigger, String demandClass, String urgency, boolean simple, int count,
      boolean opens, String row) {
    assertThat(ask(trigger, demandClass, urgency, simple, count, 5)).containsEntry("opens", opens)
        .containsEntry("tracks", ALL);
    assertThat(TABLE.fired()).containsExactly(row);
  }

  @Test
  void aSmallMatterThatLeavesSomebodyUnsatisfiedIsLookedAtInTwoTracks() {
    assertThat(ask("UNSATISFIED", "CLAIM", "NORMAL", true, 1, 1)).containsEntry("opens", true).containsEntry("tracks",
        "CAUSE,RECTIFICATION");
  }

  @Test
  void fourWhoAskTogetherAreNoGroupByThisTable() {
    assertThat(ask("GROUP", "CLAIM", "NORMAL", false, 1, 4)).containsEntry("opens", false);
  }

  @Test
  void everyReasonHasARowOfItsOwn() {
    Arrays.stream(Trigger.values()).forEach(trigger -> {
      ask(trigger.name(), "CLAIM", "NORMAL", false, 1, 5);
      assertThat(TABLE.fired()).as(trigger.name()).doesNotContain("trigger_none");
    });
  }

  private static Map<String, Object> ask(String trigger, String demandClass, String urgency, boolean simple,
      int count, int together) {
    return TABLE.one(Map.of("trigger", trigger, "demandClass", demandClass, "urgency", urgency, "simple", simple,
        "count", count, "together", together));
  }
}
