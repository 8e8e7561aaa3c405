package org.petitiondesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.petitiondesk.engine.TableRemark.Kind;

/** Gaps, overlaps and rows that never answer. A row is written as its cells, separated by bars. */
class TableAnalysisTests {

  @Test
  void factsThatNoRowAnswersAreGivenAsAnExample() {
    assertThat(said("FIRST", "string|integer", "\"a\",\"b\" | >= 5", "\"a\" | < 5", "not(\"a\", \"b\") | -"))
        .containsExactly("GAP [] one=b two=4");
    assertThat(said("UNIQUE", "integer", "< 3", "(3..5]", "> 5")).containsExactly("GAP [] one=3");
    assertThat(said("UNIQUE", "integer", "<= 3", "> 3")).isEmpty();
    assertThat(said("UNIQUE", "double", "<= 3", ">= 4")).containsExactly("GAP [] one=3.5");
    assertThat(said("FIRST", "boolean|boolean", "true | -", "- | true")).containsExactly("GAP [] one=false two=false");
    assertThat(said("UNIQUE", "date", "< date(\"2022-05-01\")", "> date(\"2022-05-01\")"))
        .containsExactly("GAP [] one=2022-05-01");
    assertThat(said("UNIQUE", "string", "\"a\"")).containsExactly("GAP [] one=");
    // Where several rows may answer, none may answer too.
    assertThat(said("COLLECT", "string", "\"a\"")).isEmpty();
  }

  @Test
  void twoRowsThatAnswerTheSameFactsAreNamedWhereOnlyOneMay() {
    assertThat(said("UNIQUE", "string|integer", "\"a\" | [1..5]", "\"a\",\"b\" | [5..9]", "- | <1", "- | >9",
        "\"b\" | [1..5)", "not(\"a\", \"b\") | [1..9]", "\"a\" | 9")).containsExactly("OVERLAP [1, 2] one=a two=5",
            "OVERLAP [2, 7] one=a two=9");
    assertThat(said("ANY", "boolean", "true", "-", "false")).isEmpty();
  }

  @Test
  void aRowThatEarlierOnesCoverTogetherNeverAnswers() {
    assertThat(said("FIRST", "boolean|integer", "true | -", "false | < 5", "- | < 3", "- | -", "- | 7"))
        .containsExactly("COVERED [3, 1, 2] ", "COVERED [5, 4] ");
  }

  @Test
  void nothingIsClaimedOfColumnsThatCanNotBeRead() {
    assertThat(said("FIRST", "string|string", "matches(?, \"x\") | \"a\"", "- | \"b\""))
        .containsExactly("GAP [] two=", "UNTOLD [one] ");
    assertThat(said("FIRST", "string", "matches(?, \"x\")", "-", "matches(?, \"y\")"))
        .containsExactly("COVERED [3, 2] ");
    assertThat(said("UNIQUE", "string", "matches(?, \"x\")", "matches(?, \"y\")")).containsExactly("UNTOLD [one] ");
    assertThat(said("UNIQUE", "date", "date(\"2022-02-31\")", "-")).containsExactly("OVERLAP [1, 2] ");
  }

  @Test
  void aTableOfManyColumnsIsGivenUpInTime() {
    var type = IntStream.range(0, 12).mapToObj(n -> "integer").collect(Collectors.joining("|"));
    var rows = IntStream.range(0, 60).mapToObj(row -> IntStream.range(0, 12)
        .mapToObj(column -> String.valueOf((row * 7 + column * 5) % 11)).collect(Collectors.joining("|")))
        .toArray(String[]::new);

    assertThat(TableAnalysis.of(table("FIRST", type, rows))).hasSizeBetween(1, 25);
  }

  @Test
  void ofTheTablesThatComeWithTheProductNoRowIsIdle() throws IOException {
    try (var files = Files.walk(Path.of("processes"))) {
      var tables = files.filter(file -> file.toString().endsWith(".dmn")).toList();
      assertThat(tables).hasSizeGreaterThan(10).allSatisfy(file -> assertThat(TableAnalysis.of(Files.readString(file)))
          .as(file.toString()).noneMatch(remark -> remark.kind() == Kind.OVERLAP || remark.kind() == Kind.COVERED
              || remark.kind() == Kind.TOO_LARGE));
    }
  }

  private static List<String> said(String policy, String types, String... rows) {
    return TableAnalysis.of(table(policy, types, rows)).stream()
        .map(remark -> remark.kind() + " " + (remark.kind() == Kind.UNTOLD ? remark.columns() : remark.rows()) + " "
            + remark.example().stream().map(given -> given.column() + "=" + given.value())
                .collect(Collectors.joining(" ")))
        .toList();
  }

  private static String table(String policy, String types, String... rows) {
    var names = List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve");
    var table = new StringBuilder("<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'><decision id='d'>"
        + "<decisionTable id='t' hitPolicy='" + policy + "'>");
    var type = types.split("\\|");
    for (var i = 0; i < type.length; i++) {
      table.append("<input id='i").append(i).append("'><inputExpression typeRef='").append(type[i]).append("'><text>")
          .append(names.get(i)).append("</text></inputExpression></input>");
    }
    for (var i = 0; i < rows.length; i++) {
      table.append("<rule id='r").append(i).append("'>");
      for (var cell : rows[i].split("\\|")) {
        table.append("<inputEntry><text>").append(cell.strip().replace("<", "&lt;")).append("</text></inputEntry>");
      }
      table.append("<outputEntry><text>1</text></outputEntry></rule>");
    }
    return table.append("</decisionTable></decision></definitions>").toString();
  }
}
