package org.petitiondesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.petitiondesk.kernel.Refused;

/** A table is asked while it is drawn: the row that fires is the one that would fire. */
class DecisionTrialTests {

  private static final Path TABLES = Path.of("processes/calendar");

  private final DecisionTrial trial = new DecisionTrial();

  @Test
  void theRowThatFiresIsNamedWithWhatItGives() throws IOException {
    var fired = trial.evaluate("clock_terms", table("clock_terms"),
        Map.of("kind", "handling", "startedOn", "2026-03-01"));

    assertThat(fired.rows()).singleElement().satisfies(row -> {
      assertThat(row.number()).isEqualTo(4);
      assertThat(row.ruleId()).isEqualTo("term_handling");
      assertThat(row.number("length")).isEqualTo(60);
      assertThat(row.annotation()).isNotBlank();
    });
  }

  @Test
  void noRowFiresForWhatNoRowSays() throws IOException {
    assertThat(trial.evaluate("clock_terms", table("clock_terms"), Map.of("kind", "", "startedOn", "")).rows())
        .isEmpty();
  }

  @Test
  void twoRowsWhereOneIsAllowedAreRefusedInWords() throws IOException {
    var twice = table("clock_terms").replace("\"notice\"", "\"handling\"");

    assertThatThrownBy(
        () -> trial.evaluate("clock_terms", twice, Map.of("kind", "handling", "startedOn", "2026-03-01")))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo("engine.trial.several"));
  }

  @Test
  void anExpressionThatCanNotBeReadIsRefusedInWords() throws IOException {
    var broken = table("clock_terms").replace("&gt;= date(", "&gt;= date((");

    assertThatThrownBy(
        () -> trial.evaluate("clock_terms", broken, Map.of("kind", "handling", "startedOn", "2026-03-01")))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo("engine.trial.failed"));
  }

  @Test
  void aTableThatComputesForEverIsGivenUp() throws IOException {
    var endless = table("clock_terms").replace("&gt;= date(\"2022-05-01\")",
        "count(for i in 1..100000 return i) &gt; 0");

    assertThatThrownBy(() -> new DecisionTrial(Duration.ofMillis(1)).evaluate("clock_terms", endless,
        Map.of("kind", "handling", "startedOn", "2026-03-01")))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo("engine.trial.too-long"));
  }

  private static String table(String name) throws IOException {
    return Files.readString(TABLES.resolve(name + ".dmn"));
  }
}
