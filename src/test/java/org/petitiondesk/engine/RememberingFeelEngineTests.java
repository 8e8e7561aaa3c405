package org.petitiondesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered is how a cell reads, never what it said. */
class RememberingFeelEngineTests {

  private final FeelEngine remembering = new RememberingFeelEngine();
  private final FeelEngine stock = new ScalaFeelEngine(List.of());

  @ParameterizedTest
  @ValueSource(strings = {"> 3", "null", "[\"a\", \"工资\"]", "string length(?) > 2", "unknown",
      "if ? = \"工资\" then true else false", "upper case(?) = \"工资\"", "matches(?, \"工资|欠薪\")", "contains(?, \"工地\")",
      "\"工资\"", "not(\"工资\")", "-"})
  void aCellAnswersEachInputAsTheStockEngineDoes(String cell) {
    for (var text : new String[]{"工资", "工地噪声", "", "工资"}) {
      assertThat(remembering.evaluateSimpleUnaryTests(cell, "text", with(text))).as("%s on '%s'", cell, text)
          .isEqualTo(stock.evaluateSimpleUnaryTests(cell, "text", with(text)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "unknown", "text + 1", "string length(text)", "{a: text, b: [1, 2]}", "1 / 0",
      "for i in 1..3 return i", "date(\"2026-03-01\")", "text = null"})
  void anExpressionHasTheValueThatTheStockEngineGivesIt(String expression) {
    assertThat(remembering.<Object>evaluateSimpleExpression(expression, with("工资")))
        .isEqualTo(stock.<Object>evaluateSimpleExpression(expression, with("工资")));
  }

  @Test
  void anExpressionIsEvaluatedAnewEachTime() {
    assertThat(remembering.<String>evaluateSimpleExpression("text", with("one"))).isEqualTo("one");
    assertThat(remembering.<String>evaluateSimpleExpression("text", with("two"))).isEqualTo("two");
  }

  /** The same text reads differently as a test and as an expression. */
  @Test
  void aTestAndAnExpressionOfTheSameTextAreKeptApart() {
    assertThat(remembering.evaluateSimpleUnaryTests("\"one\"", "text", with("one"))).isTrue();
    assertThat(remembering.<String>evaluateSimpleExpression("\"one\"", with("two"))).isEqualTo("one");
  }

  @Test
  void aCellThatCanNotBeReadFailsEveryTime() {
    for (var i = 0; i < 2; i++) {
      assertThatThrownBy(() -> remembering.evaluateSimpleUnaryTests("matches(?, ", "text", with("one")))
          .hasMessageContaining("matches(?, ");
    }
  }

  private static VariableContext with(String text) {
    return Variables.createVariables().putValue("text", text).asVariableContext();
  }
}
