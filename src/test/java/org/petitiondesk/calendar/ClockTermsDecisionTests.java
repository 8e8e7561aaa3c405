package org.petitiondesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.petitiondesk.DecisionExamples;

class ClockTermsDecisionTests {

  @RegisterExtension
  static final DecisionExamples TABLE = DecisionExamples.of("clock_terms");

  @Test
  void oneClockHasOneTerm() {
    assertThat(TABLE.hitPolicy()).isEqualTo("UNIQUE");
  }

  @ParameterizedTest(name = "{0}: {1} {2}, {3}")
  @CsvSource(delimiter = '|', textBlock = """
      routing           | 15 | DAY         | 《信访工作条例》第二十二条
      notice            | 15 | DAY         | 《信访工作条例》第二十三条
      handling          | 60 | DAY         | 《信访工作条例》第三十四条
      simple_forward    | 1  | WORKING_DAY | 简易办理（地方规定，可调整）
      simple_acceptance | 3  | WORKING_DAY | 简易办理（地方规定，可调整）
      simple_reply      | 10 | WORKING_DAY | 简易办理（地方规定，可调整）
      supplement        | 15 | DAY         | 本单位设置
      rating            | 30 | DAY         | 本单位设置
      reconsideration_request | 30 | DAY   | 《信访工作条例》第三十五条
      """)
  void aTermHasItsLengthUnitAndRule(String kind, int length, String unit, String rule) {
    var term = TABLE.one(Map.of("kind", kind));

    assertThat(term).containsEntry("length", length).containsEntry("unit", unit).containsEntry("rule", rule);
    assertThat(TABLE.fired()).containsExactly("term_" + kind);
    assertThat(TermUnit.valueOf(unit)).isNotNull();
  }

  @Test
  void anUnknownClockHasNoTerm() {
    assertThat(TABLE.all(Map.of("kind", "coffee_break"))).isEmpty();
  }
}
