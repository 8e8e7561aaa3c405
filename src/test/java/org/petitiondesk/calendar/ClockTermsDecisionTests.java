package org.petitiondesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DecisionExamples;

class ClockTermsDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("clock_terms");

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void oneClockHasOneTerm() {
    assertThat(TABLE.hitPolicy()).isEqualTo("UNIQUE");
  }

  @ParameterizedTest(name = "{0}: {1} {2}, {3}")
  @CsvSource(delimiter = '|', textBlock = """
      routing           | 15 | DAY         | 《信访工作条例》第二十二条   | 0  | 0
      notice            | 15 | DAY         | 《信访工作条例》第二十三条   | 0  | 0
      objection         | 5  | WORKING_DAY | 《信访工作条例》第二十三条   | 0  | 0
      handling          | 60 | DAY         | 《信访工作条例》第三十四条   | 30 | 1
      reconsideration_request | 30 | DAY   | 《信访工作条例》第三十五条   | 0  | 0
      reconsideration   | 30 | DAY         | 《信访工作条例》第三十五条   | 0  | 0
      final_review_request | 30 | DAY      | 《信访工作条例》第三十六条   | 0  | 0
      final_review      | 30 | DAY         | 《信访工作条例》第三十六条   | 0  | 0
      simple_forward    | 1  | WORKING_DAY | 简易办理（地方规定，可调整） | 0  | 0
      simple_acceptance | 3  | WORKING_DAY | 简易办理（地方规定，可调整） | 0  | 0
      simple_reply      | 10 | WORKING_DAY | 简易办理（地方规定，可调整） | 0  | 0
      assigned          |    | DAY         | 《信访工作条例》（交办写明的期限） | 30 | 1
      mediation         | 30 | DAY         | 《人民调解工作若干规定》（通行做法，可调整） | 30 | 1
      judicial_confirmation | 30 | DAY     | 《人民调解法》第三十三条     | 0  | 0
      improvement_feedback | 30 | DAY      | 本单位设置 | 0 | 0
      hotline_emergency | 2  | HOUR        | 12345 热线办理规则（地方规定，可调整） | 0 | 0
      hotline_urgent    | 24 | HOUR        | 12345 热线办理规则（地方规定，可调整） | 0 | 0
      hotline_simple    | 7  | DAY         | 12345 热线办理规则（地方规定，可调整） | 0 | 0
      hotline_complex   | 15 | DAY         | 12345 热线办理规则（地方规定，可调整） | 0 | 0
      supplement        | 15 | DAY         | 本单位设置 | 0 | 0
      rating            | 30 | DAY         | 本单位设置 | 0 | 0
      review_claim      | 15 | DAY         | 本单位设置 | 0 | 0
      responsibility_statement | 5 | WORKING_DAY | 本单位设置 | 0 | 0
      rectification     |    | DAY         | 整改通知书写明的期限 | 0 | 0
      rectification_inspection | 5 | WORKING_DAY | 本单位设置 | 0 | 0
      return_visit      | 10 | DAY         | 本单位设置 | 0 | 0
      lesson_reading    | 10 | WORKING_DAY | 本单位设置 | 0 | 0
      certification_examination | 30 | WORKING_DAY | 本单位设置 | 0 | 0
      certification_recheck | 30 | DAY        | 本单位设置 | 0 | 0
      dissatisfaction   | 10 | WORKING_DAY | 本单位设置 | 0 | 0
      objection_decision | 5 | WORKING_DAY | 本单位设置 | 0 | 0
      mediation_consent | 10 | DAY         | 本单位设置 | 0 | 0
      mediation_performance | | DAY        | 调解协议写明的期限 | 0 | 0
      mediation_follow_up | 15 | DAY       | 《人民调解法》第三十条（天数为本单位设置） | 0 | 0
      mediation_danger  | 24 | HOUR        | 《人民调解法》第二十五条（小时数为本单位设置） | 0 | 0
      """)
  void aTermHasItsLengthUnitRuleAndExtension(String kind, Integer length, TermUnit unit, String rule, int extension,
      int extensions) {
    var row = TABLE.one(Map.of("kind", kind, "startedOn", TODAY));

    assertThat(TABLE.fired()).containsExactly("term_" + kind);
    assertThat(row.get("length")).isEqualTo(length);
    assertThat(row).containsEntry("extension", extension)
        .containsEntry("extensions", extensions).containsEntry("unit", unit.name());
    assertThat("" + row.get("law") + Objects.toString(row.get("article"), "")).isEqualTo(rule);
  }

  @Test
  void aTermHoldsSinceItsLawIsInForce() {
    assertThat(TABLE.all(Map.of("kind", "handling", "startedOn", LocalDate.of(2022, 5, 1)))).hasSize(1);
    assertThat(TABLE.all(Map.of("kind", "handling", "startedOn", LocalDate.of(2022, 4, 30)))).isEmpty();
  }

  @Test
  void anUnknownClockHasNoTerm() {
    assertThat(TABLE.all(Map.of("kind", "coffee_break", "startedOn", TODAY))).isEmpty();
  }
}
