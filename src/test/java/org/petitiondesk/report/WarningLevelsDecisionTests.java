package org.petitiondesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DecisionExamples;

class WarningLevelsDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("warning_levels");

  @ParameterizedTest
  @CsvSource({
      "CLUSTER,     15,  0,   0, RED,    OFFICE_LEADER, 4, WORKING_HOUR",
      "CLUSTER,      8,  4,   0, ORANGE, OFFICE_LEADER, 1, WORKING_DAY",
      "CLUSTER,      8, -1,   0, ORANGE, OFFICE_LEADER, 1, WORKING_DAY",
      "CLUSTER,      4,  2.5, 0, YELLOW, OFFICE,        2, WORKING_DAY",
      "RISE,        15,  6,   0, RED,    OFFICE_LEADER, 4, WORKING_HOUR",
      "RISE,         8,  4,   0, ORANGE, OFFICE_LEADER, 1, WORKING_DAY",
      "RISE,         5,  2.5, 0, YELLOW, OFFICE,        2, WORKING_DAY",
      "OVERDUE,      8,  4,   0, ORANGE, LEADER_ABOVE,  1, WORKING_DAY",
      "OVERDUE,      3,  2.5, 0, YELLOW, UNIT_LEADER,   2, WORKING_DAY",
      "UNSATISFIED,  3,  2.5, 0, YELLOW, UNIT_LEADER,   3, WORKING_DAY",
      "STANDSTILL,   1, -1,  15, ORANGE, LEADER_ABOVE,  1, WORKING_DAY",
      "STANDSTILL,   1, -1,  10, YELLOW, UNIT_LEADER,   2, WORKING_DAY"})
  void everyRowSaysHowSeriousWhoseAndHowSoon(String kind, int count, double excess, int idleDays, String level,
      String receiver, int reaction, String unit) {
    assertThat(TABLE.one(inputs(kind, count, excess, idleDays))).containsEntry("level", level)
        .containsEntry("receiver", receiver).containsEntry("reaction", reaction).containsEntry("reactionUnit", unit);
  }

  @ParameterizedTest
  @CsvSource({"RISE, 100, -1, 0", "RISE, 4, 9, 0", "CLUSTER, 3, 9, 0", "CLUSTER, 7, 2.4, 0", "OVERDUE, 50, 2, 0",
      "STANDSTILL, 5, -1, 9"})
  void fewAndUsualFiguresAndTooLittleHistoryAreNoWarning(String kind, int count, double excess, int idleDays) {
    TABLE.one(inputs(kind, count, excess, idleDays));

    assertThat(TABLE.fired()).containsExactly("warning_none");
  }

  @Test
  void oneRowAnswers() {
    assertThat(TABLE.hitPolicy()).isEqualTo("FIRST");
  }

  private static Map<String, Object> inputs(String kind, int count, double excess, int idleDays) {
    return Map.of("kind", kind, "unit", "housing", "category", "urban", "count", count, "excess", excess, "idleDays",
        idleDays);
  }
}
