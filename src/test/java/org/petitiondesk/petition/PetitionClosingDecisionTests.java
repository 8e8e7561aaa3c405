package org.petitiondesk.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DecisionExamples;

class PetitionClosingDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("petition_closing");

  @Test
  void theFirstRowThatMatchesDecides() {
    assertThat(TABLE.hitPolicy()).isEqualTo("FIRST");
  }

  @ParameterizedTest(name = "supported {1}, solved {2} → {3}: {4}")
  @CsvSource(delimiter = '|', textBlock = """
      not_solved       | true  | NO     | ANSWERED  | 单位说支持了，信访人说没有解决：信访人说了算
      not_solved       | false | NO     | ANSWERED  | 信访人不接受解释
      confirmed        | true  | YES    | SOLVED    | 只有信访人确认了才叫解决
      explained        | false | YES    | EXPLAINED | 没有支持，信访人接受了解释
      silent_supported | true  | SILENT | ANSWERED  | 没有人确认就不写已解决
      silent_supported | true  | PARTLY | ANSWERED  | 部分解决不是解决
      silent           | false | SILENT | EXPLAINED | 解释过了，没有评价
      silent           | false | PARTLY | EXPLAINED | 解释过了，信访人说部分解决
      """)
  void closedNeverPretendsSolved(String row, boolean supported, String solved, String state, String why) {
    assertThat(TABLE.one(Map.of("supported", supported, "solved", solved))).containsEntry("state", state);
    assertThat(TABLE.fired()).containsExactly("closing_" + row);
  }
}
