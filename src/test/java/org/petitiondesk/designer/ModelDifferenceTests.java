package org.petitiondesk.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.petitiondesk.designer.ModelChange.Field;
import org.petitiondesk.designer.ModelChange.Kind;
import org.petitiondesk.engine.ModelKind;

class ModelDifferenceTests {

  private static final String REPLY = read("processes/petition/petition_reply.bpmn");
  private static final String LEVELS = read("processes/report/warning_levels.dmn");

  @Test
  void theSameModelHasNoDifferenceWhateverItsBlanks() {
    assertThat(ModelDifference.between(ModelKind.BPMN, REPLY, REPLY.replace("\n", "\n  "))).isEmpty();
    assertThat(ModelDifference.between(ModelKind.DMN, LEVELS, LEVELS.replace("\n", "\n  "))).isEmpty();
  }

  @Test
  void aRenamedStepAnotherGroupAndANewStepAreToldWithTheirFields() {
    var now = REPLY.replace("name=\"拟写答复\"", "name=\"起草\"").replace("leader@${leadUnit}", "officer@${leadUnit}")
        .replace("</process>", "<endEvent id=\"end_new\" name=\"新的结束\"/></process>");

    var changes = ModelDifference.between(ModelKind.BPMN, REPLY, now);

    assertThat(changes).extracting(ModelChange::kind, ModelChange::element).contains(
        tuple(Kind.CHANGED, "user_draft_reply"),
        tuple(Kind.ADDED, "end_new"));
    assertThat(changes).filteredOn(change -> change.element().equals("user_draft_reply")).singleElement()
        .satisfies(change -> assertThat(change.fields()).containsExactly(new Field("name", "拟写答复", "起草")));
    assertThat(changes).filteredOn(change -> change.element().equals("user_approve_reply")).singleElement()
        .satisfies(change -> assertThat(change.fields())
            .containsExactly(new Field("candidateGroups", "leader@${leadUnit}", "officer@${leadUnit}")));
    assertThat(ModelDifference.between(ModelKind.BPMN, now, REPLY)).extracting(ModelChange::kind)
        .contains(Kind.REMOVED);
  }

  @Test
  void aStepThatOnlyStandsElsewhereHasMoved() {
    var now = REPLY.replaceFirst("(bpmnElement=\"user_change_delivery\"[^>]*>\\s*<dc:Bounds[^>]*)x=\"", "$1x=\"9");
    assertThat(now).isNotEqualTo(REPLY);

    assertThat(ModelDifference.between(ModelKind.BPMN, REPLY, now)).singleElement()
        .satisfies(change -> assertThat(change.kind()).isEqualTo(Kind.MOVED));
  }

  @Test
  void aCellOfATableIsToldByTheHeadOfItsColumn() {
    var cell = LEVELS.indexOf("<inputEntry");
    var text = LEVELS.indexOf("<text>", cell);
    var now = LEVELS.substring(0, text) + "<text>\"OTHER\"" + LEVELS.substring(LEVELS.indexOf("</text>", text));

    assertThat(ModelDifference.between(ModelKind.DMN, LEVELS, now)).singleElement().satisfies(change -> {
      assertThat(change.type()).isEqualTo("rule");
      assertThat(change.name()).isNotBlank();
      assertThat(change.fields()).singleElement().satisfies(field -> {
        assertThat(field.name()).isEqualTo("情形");
        assertThat(field.after()).isEqualTo("\"OTHER\"");
      });
    });
  }

  @Test
  void aFieldOfAFormIsToldWithItsRules() {
    var form = "{\"type\":\"default\",\"id\":\"f\",\"components\":[%s]}";
    var name = "{\"type\":\"textfield\",\"key\":\"name\",\"id\":\"a\",\"label\":\"姓名\",\"validate\":{\"required\":%s}}";
    var day = "{\"type\":\"datetime\",\"key\":\"day\",\"id\":\"b\",\"label\":\"日期\"}";

    var changes = ModelDifference.between(ModelKind.FORM, form.formatted(name.formatted("false")),
        form.formatted(name.formatted("true") + "," + day));

    assertThat(changes).containsExactly(
        new ModelChange(Kind.CHANGED, "name", "textfield", "姓名",
            List.of(new Field("validate required", "false", "true"))),
        new ModelChange(Kind.ADDED, "day", "datetime", "日期", List.of()));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
