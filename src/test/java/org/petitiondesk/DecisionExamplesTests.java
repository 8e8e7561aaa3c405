package org.petitiondesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionExamplesTests {

  private static final byte[] TABLE = """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
        <decision id="weight" name="weight">
          <decisionTable id="t" hitPolicy="UNIQUE">
            <input id="i" label="grams"><inputExpression id="e" typeRef="number"><text>grams</text></inputExpression></input>
            <output id="o" name="class" typeRef="string"/>
            <rule id="row_light"><inputEntry id="a"><text>&lt; 20</text></inputEntry>
              <outputEntry id="b"><text>"light"</text></outputEntry></rule>
            <rule id="row_heavy"><inputEntry id="c"><text>&gt;= 20</text></inputEntry>
              <outputEntry id="f"><text>"heavy"</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>
      """
      .getBytes(StandardCharsets.UTF_8);

  private final DecisionExamples weight = DecisionExamples.of("weight", TABLE);

  @Test
  void anExampleShowsTheOutputsAndTheRow() {
    assertThat(weight.one(Map.of("grams", 5))).containsEntry("class", "light");
    assertThat(weight.fired()).containsExactly("row_light");
  }

  @Test
  void aRowWithoutAnExampleFailsTheClass() {
    weight.one(Map.of("grams", 5));

    assertThat(weight.rowsWithoutExample()).containsExactly("row 2 (row_heavy)");
    assertThatThrownBy(() -> weight.afterAll(null)).hasMessageContaining("row_heavy");
  }

  @Test
  void aTableWithAnExampleForEveryRowPasses() {
    weight.one(Map.of("grams", 5));
    weight.one(Map.of("grams", 20));

    weight.afterAll(null);
    assertThat(weight.rowsWithoutExample()).isEmpty();
  }
}
