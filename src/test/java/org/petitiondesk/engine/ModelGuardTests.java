package org.petitiondesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.petitiondesk.engine.ModelFinding.Reason;

class ModelGuardTests {

  private static final Path MODELS = Path.of(System.getProperty("shared.dir", "../shared"), "data/bpmn");
  /** What others call it in their list, and what it is called here. */
  private static final Map<String, String> CALLED = Map.of("cls", "camunda:class", "expr", "camunda:expression",
      "exec_listener", "camunda:executionListener", "task_listener", "camunda:taskListener", "delegate",
      "camunda:delegateExpression", "field", "camunda:field", "script_el", "script", "scriptTask", "scriptTask",
      "ext_resource", "camunda:resource", "cond_lang", "language");
  /** Named after a listener, without one; nobody gets their tasks. */
  private static final Set<String> WITHOUT_CODE = Set.of(
      "ProcessApplicationEventListenerTest.testExecutionListenerWithTimerBoundaryEvent.bpmn20.xml",
      "ProcessApplicationEventListenerTest.testExecutionListenerWithMultiInstanceBody.bpmn20.xml");

  private final ModelGuard guard = new ModelGuard(ModelVerbs.ofTheDesk());

  @Test
  void whatTheDeskBringsMayRun() throws IOException {
    try (var files = Files.walk(Path.of("processes"))) {
      var models = files.filter(file -> ModelGuard.isModel(file.toString())).toList();
      assertThat(models).hasSizeGreaterThan(15).allSatisfy(file -> assertThat(check(file)).isEmpty());
    }
  }

  @Test
  void codeThatAModelBringsIsRefusedByItsName() throws IOException {
    assumeTrue(Files.exists(MODELS), "skipped: ../shared/data is not here");
    for (var line : Files.readAllLines(MODELS.resolve("manifest.csv")).subList(1, 251)) {
      var columns = line.split(",");
      if (columns[0].startsWith("engine_code_bearing/")) {
        var constructs = check(MODELS.resolve(columns[0])).stream().map(ModelFinding::construct).toList();
        assertThat(constructs).as(columns[0]).isNotEmpty();
        for (var named : columns[1].split(";")) {
          assertThat(constructs).as(columns[0] + " " + named).anyMatch(
              construct -> construct.contains(CALLED.get(named)) || isNamedOnly(columns[0], named));
        }
      }
    }
  }

  @Test
  void aModelWithoutCodeIsRefusedOnlyForAPolicyOfTheDesk() throws IOException {
    assumeTrue(Files.exists(MODELS), "skipped: ../shared/data is not here");
    try (var files = Files.list(MODELS.resolve("engine_accept"))) {
      for (var file : files.toList()) {
        assertThat(check(file)).as(file.getFileName().toString()).allSatisfy(finding -> assertThat(
            finding.reason() == Reason.NO_ALARM || finding.reason() == Reason.NOBODYS
                || finding.reason() == Reason.NO_GROUP
                || finding.construct().equals("language"))
            .isTrue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"${fact == 'a' && !other}", "#{execution.processBusinessKey}", "officer@${unit}",
      "${empty reviewer ? null : reviewer}", "${unitList.of(coUnits)}", "R/PT1H", "${a.b.c >= 3.5 or not d}"})
  void factsAreReadAndCompared(String expression) {
    assertThat(FactExpression.isHarmless(expression, Set.of("unitList")::contains)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${''.getClass().forName('java.lang.Runtime')}", "${execution.processEngineServices}",
      "${execution.setVariable('a', 1)}", "${fact.class}", "${fact['class']}", "${other.of(x)}", "${a = 1}",
      "${unitList.of(a).of(b)}", "${x -> x}", "${{'a': 1}}", "a${b", "${task.execution}", "${dateTime().toDate()}"})
  void everythingElseIsNoFact(String expression) {
    assertThat(FactExpression.isHarmless(expression, Set.of("unitList")::contains)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      <serviceTask id="s" camunda:class="org.example.Evil"/> | camunda:class | CODE
      <serviceTask id="s" old:class="org.example.Evil"/> | camunda:class | CODE
      <serviceTask id="s" camunda:delegateExpression="${dataSource}"/> | camunda:delegateExpression ${dataSource} | UNKNOWN_VERB
      <serviceTask id="s" camunda:type="shell"/> | camunda:type shell | CODE
      <scriptTask id="s" scriptFormat="groovy"><script>1</script></scriptTask> | scriptTask | CODE
      <callActivity id="s" camunda:variableMappingClass="org.example.Evil"/> | camunda:variableMappingClass | CODE
      <task id="s"><extensionElements><camunda:executionListener event="start" expression="${a}"/></extensionElements></task> | camunda:executionListener | CODE
      <task id="s"><extensionElements><camunda:connector/></extensionElements></task> | camunda:connector | CODE
      <userTask id="s" camunda:assignee="a" camunda:formKey="embedded:app:evil.html"/> | camunda:formKey embedded:app:evil.html | ELSEWHERE
      <userTask id="s" camunda:assignee="${runtimeService.delete(1)}"/> | ${runtimeService.delete(1)} | NOT_A_FACT
      <userTask id="s"/> | userTask | NOBODYS
      <receiveTask id="s"/> | receiveTask | NO_ALARM
      <serviceTask id="s" camunda:type="external" camunda:topic="t"/> | serviceTask | NO_ALARM
      """)
  void whereAndWhyIsSaid(String element, String construct, Reason reason) {
    assertThat(model("m.bpmn", element)).containsOnlyOnce(new ModelFinding(construct, reason, "s", 4));
  }

  @Test
  void aWaitIsWatchedByATimerOnItAroundItOrBesideItOrByAClock() {
    var timer = "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>";
    assertThat(model("m.bpmn", "<receiveTask id='a'/><boundaryEvent id='b' attachedToRef='a'>" + timer
        + "</boundaryEvent>")).isEmpty();
    assertThat(model("m.bpmn", "<subProcess id='a'><receiveTask id='c'/></subProcess>"
        + "<boundaryEvent id='b' attachedToRef='a'>" + timer + "</boundaryEvent>")).isEmpty();
    assertThat(model("m.bpmn", "<receiveTask id='a'/><subProcess id='b' triggeredByEvent='true'><startEvent id='c'>"
        + timer + "</startEvent></subProcess>")).isEmpty();
    assertThat(model("m.bpmn", "<eventBasedGateway id='g'/><intermediateCatchEvent id='a'><messageEventDefinition/>"
        + "</intermediateCatchEvent><intermediateCatchEvent id='b'>" + timer + "</intermediateCatchEvent>"
        + "<sequenceFlow id='f' sourceRef='g' targetRef='a'/><sequenceFlow id='h' sourceRef='g' targetRef='b'/>"))
        .isEmpty();
    assertThat(model("m.bpmn", "<receiveTask id='a'><extensionElements><camunda:properties>"
        + "<camunda:property name='watchedBy' value='handling'/></camunda:properties></extensionElements>"
        + "</receiveTask>")).isEmpty();
  }

  @Test
  void aTableIsWrittenInFeelAndCallsNothing() {
    assertThat(decision("<inputExpression id='i' expressionLanguage='groovy'><text>1</text></inputExpression>"))
        .extracting(ModelFinding::reason).containsExactly(Reason.CODE);
    assertThat(decision("<literalExpression id='i'><text>${''.getClass()}</text></literalExpression>"))
        .extracting(ModelFinding::reason).containsExactly(Reason.NOT_A_FACT);
    assertThat(decision("<literalExpression id='i'><text>function(x) external { java: { class: \"a\" } }</text>"
        + "</literalExpression>")).extracting(ModelFinding::construct).containsExactly("FEEL external");
  }

  @ParameterizedTest
  @ValueSource(strings = {"for i in 1..2000000000 return i", "some x in [1..9] satisfies x > 1",
      "{f: function(x) f(x)}.f(1)",
      "matches(?, \"(a+)+$\")", "matches(?, pattern)", "replace(?, \"a\", \"b\")", "`\"` + (for i in 1..9 return `\"`)",
      "\"matches(?, \" + (for i in 1..9 return \" )\")", "/* \" */ for i in 1..9 return i /* \" */",
      "[1][[2][[3][item > 1]]]", "10 ** 10", "matches(?, \"(a|a)(a|a)\")"})
  void aCellThatCouldBeCalculatedForEverIsRefused(String feel) {
    assertThat(cell(feel)).extracting(ModelFinding::reason).containsExactly(Reason.BOUNDLESS);
    assertThat(cell("(".repeat(30) + "1" + ")".repeat(30))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"for every some\", \"split {\"", "[1..5]", ">= date(\"2026-01-01\")",
      "matches(?, \"供水|停(水|电)\")",
      "not(\"A\", \"B\")", "list contains([1, 2], x)", "if a then \"b\" else \"c\"", "-"})
  void aCellThatOnlyComparesMayRun(String feel) {
    assertThat(cell(feel)).isEmpty();
  }

  @Test
  void anExpressionTooLongOrTooDeepToReadIsNoFact() {
    assertThat(FactExpression.isHarmless("${'" + "a".repeat(500_000) + "'}", name -> true)).isFalse();
    assertThat(FactExpression.isHarmless("${" + "(".repeat(900) + "}", name -> true)).isFalse();
  }

  @Test
  void nothingOutsideTheFileIsRead() {
    assertThat(check("m.bpmn", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"))
        .extracting(ModelFinding::construct).containsExactly("DOCTYPE");
    assertThat(model("m.bpmn", "<import namespace='a' location='http://example.org/a.wsdl'/>"))
        .extracting(ModelFinding::construct).containsExactly("import");
  }

  @Test
  void whatNobodyCanReadIsRefusedInOneSentence() {
    assertThat(check("m.bpmn", "<a>".repeat(100) + "</a>".repeat(100))).extracting(ModelFinding::reason)
        .containsExactly(Reason.TOO_LARGE);
    assertThat(guard.check("m.bpmn", new byte[5 * 1024 * 1024])).extracting(ModelFinding::reason)
        .containsExactly(Reason.TOO_LARGE);
    assertThat(check("m.bpmn", "<a><b></a>")).extracting(ModelFinding::reason).containsExactly(Reason.UNREADABLE);
    assertThat(check("evil.groovy", "1")).extracting(ModelFinding::reason).containsExactly(Reason.NO_MODEL);
    assertThat(check("plan.cmmn", "<a/>")).extracting(ModelFinding::reason).containsExactly(Reason.NO_MODEL);
    assertThat(check("f.form", "{\"components\": [{\"type\": \"iframe\", \"id\": \"x\"}]}"))
        .extracting(ModelFinding::construct).containsExactly("field iframe");
    assertThat(check("f.form", "{\"components\": [{\"type\": \"textfield\", \"key\": \"x\"}]}")).isEmpty();
  }

  private static boolean isNamedOnly(String file, String named) {
    return named.equals("exec_listener") && WITHOUT_CODE.contains(file.substring(file.indexOf('/') + 1));
  }

  private List<ModelFinding> cell(String feel) {
    return decision("<inputEntry id='e'><text><![CDATA[" + feel + "]]></text></inputEntry>");
  }

  private List<ModelFinding> decision(String element) {
    return check("d.dmn", "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'>" + element
        + "</definitions>");
  }

  private List<ModelFinding> model(String file, String element) {
    return check(file,
        """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:old="http://activiti.org/bpmn">
              <process id="p">
                %s
              </process>
            </definitions>"""
            .formatted(element));
  }

  private List<ModelFinding> check(String file, String text) {
    return guard.check(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<ModelFinding> check(Path file) throws IOException {
    return guard.check(file.getFileName().toString(), Files.readAllBytes(file));
  }
}
