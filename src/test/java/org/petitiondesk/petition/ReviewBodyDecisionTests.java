package org.petitiondesk.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DecisionExamples;

class ReviewBodyDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("petition_review_body");

  @Test
  void theFirstRowThatMatchesDecides() {
    assertThat(TABLE.hitPolicy()).isEqualTo("FIRST");
  }

  @ParameterizedTest(name = "{1} level {2} → {6} {7}: {8}")
  @CsvSource(delimiter = '|', textBlock = """
      community     | COMMUNITY  | 1 | true  | true  | true  | ABOVE    | ''              | 社区的意见由街道复查
      street_second | STREET     | 2 | true  | true  | true  | FUNCTION | reconsideration | 街道复查过的，由区里复核
      district      | DEPARTMENT | 1 | true  | true  | true  | FUNCTION | reconsideration | 区直部门的意见由区里复查
      district      | STREET     | 1 | true  | false | true  | FUNCTION | reconsideration | 街道的意见由区里复查
      city          | GOVERNMENT | 2 | false | true  | true  | FUNCTION | final_review    | 区里复查过的，由市里复核
      above         | DEPARTMENT | 1 | false | true  | true  | ABOVE    | ''              | 没有复查机构的，找上一级
      outside       | GOVERNMENT | 2 | false | false | false | OUTSIDE  | ''              | 上面没有了，不在本系统内
      """)
  void theNextHigherBodyIsFound(String row, String kind, int level, boolean district, boolean city, boolean above,
      String way, String function, String why) {
    assertThat(TABLE.one(Map.of("unit", "any", "kind", kind, "level", level, "district", district, "city", city,
        "above", above))).containsEntry("way", way).containsEntry("function", function);
    assertThat(TABLE.fired()).containsExactly("body_" + row);
  }
}
