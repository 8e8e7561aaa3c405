package org.petitiondesk.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DecisionExamples;

class PetitionSimpleTrackDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("petition_simple_track");

  @Test
  void theFirstRowThatMatchesDecides() {
    assertThat(TABLE.hitPolicy()).isEqualTo("FIRST");
  }

  @ParameterizedTest(name = "{0}: {8}")
  @CsvSource(delimiter = '|', textBlock = """
      not_report      | false | REPORT     | 6 | NORMAL    | 1 | false | 80   | 检举控告要保密核查
      not_other_route | false | CLAIM      | 1 | NORMAL    | 1 | false | 80   | 应当诉讼的不能简易了事
      not_other_route | false | CLAIM      | 5 | NORMAL    | 1 | false | 80   | 查处职责有自己的程序
      not_group       | false | CLAIM      | 6 | URGENT    | 5 | false | 80   | 五人起是群体事项
      not_repeated    | false | CLAIM      | 6 | NORMAL    | 1 | true  | 80   | 再次信访说明上次没有解决
      not_emergency   | false | CLAIM      | 6 | EMERGENCY | 1 | false | 80   | 危险不等十个工作日
      clear           | true  | CLAIM      | 6 | NORMAL    | 4 | false | 200  | 二百字说得清的小事
      clear           | true  | SUGGESTION | 6 | URGENT    | 1 | false | 80   | 路灯不亮马上能修
      default         | false | CLAIM      | 6 | NORMAL    | 1 | false | 201  | 说来话长的按普通程序
      """)
  void onlyAFirstClearSmallMatterIsSimple(String row, boolean simple, String demandClass, int route, String urgency,
      int petitioners, boolean repeated, int length, String why) {
    assertThat(TABLE.one(Map.of("demandClass", demandClass, "route", route, "urgency", urgency, "petitioners",
        petitioners, "repeated", repeated, "length", length))).containsEntry("simple", simple);
    assertThat(TABLE.fired()).containsExactly("simple_" + row);
  }
}
