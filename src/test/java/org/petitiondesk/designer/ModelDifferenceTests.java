package org.petitiondesk.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.petitiondesk.designer.ModelChange.Field;
import org.petitiondesk.designer.ModelChange.Kind;
import org.petitiondesk.engine.ModelKind;

class ModelDifferenceTests {

  private static final String REPLY = read("processes/petition/petition_reply.bpmn");
  /** Of an attribute but ids and what belongs to XML, or between two tags. */
  private static final Pattern VALUE = Pattern
      .compile("\\s(?!id=|xmlns|xsi:|exporter)[\\w:]+=\"[^\"]*\"|<(?!incoming|outgoing)[^/<>]+>[^<>]*[^<>\\s][^<>]*<");
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

  @Test
  void everyChangedAttributeAndTextIsTold() {
    assertEveryChangeIsTold(ModelKind.DMN, LEVELS);
    assertEveryChangeIsTold(ModelKind.BPMN, REPLY.replace("<camunda:properties>", """
        <camunda:properties id="a">""").replaceFirst("</extensionElements>", """
        <camunda:inputOutput id="b"><camunda:inputParameter name="in" id="c">one</camunda:inputParameter>
        <camunda:inputParameter name="other">two</camunda:inputParameter></camunda:inputOutput></extensionElements>""")
        .replaceFirst("<camunda:property name=\"repeatable\"", "<camunda:property id=\"d\" name=\"repeatable\""));
  }

  private static void assertEveryChangeIsTold(ModelKind kind, String model) {
    var drawing = Stream.of("<bpmndi:BPMNDiagram", "<dmndi:DMNDI", "</definitions>").mapToInt(model::indexOf)
        .filter(place -> place > 0).min().orElseThrow();
    var values = VALUE.matcher(model).region(model.indexOf("<definitions"), drawing);
    var tried = 0;
    while (values.find()) {
      var now = model.substring(0, values.end() - 1) + "_" + model.substring(values.end() - 1);
      assertThat(ModelDifference.between(kind, model, now)).as(values.group()).isNotEmpty();
      tried++;
    }
    assertThat(tried).isGreaterThan(30);
  }

  @Test
  void fieldsOfAFormWithTheSameKeyDoNotCoverEachOther() {
    var form = "{\"type\":\"default\",\"id\":\"f\",\"components\":[{\"type\":\"text\",\"key\":\"a\",\"text\":\"%s\"},"
        + "{\"type\":\"text\",\"key\":\"a\",\"text\":\"same\"}]}";

    assertThat(ModelDifference.between(ModelKind.FORM, form.formatted("one"), form.formatted("two")))
        .extracting(ModelChange::fields).containsExactly(List.of(new Field("text", "one", "two")));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
