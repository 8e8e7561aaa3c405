package org.petitiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.beans.Introspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.petitiondesk.Models.Drawn;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.w3c.dom.Element;

/**
 * The names in the models and the names in the code are the same names. Each check runs on the models of the house, where
 * it must find nothing wrong, and on {@code seams/wrong_model.bpmn}, where it must find the mistake made for it.
 */
class ProcessBindingTests {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final Path SOURCES = Path.of("src/main/java/org/petitiondesk");
  private static final Drawn WRONG = new Drawn(Path.of("src/test/resources/seams/wrong_model.bpmn"));

  private static final List<Drawn> PROCESSES = Models.processes();
  private static final List<Drawn> DECISIONS = Models.decisions();
  private static final Map<String, Class<?>> DELEGATES = delegates();

  private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9]*(_+[a-z0-9]+)*");
  private static final Pattern UPPER_SNAKE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
  private static final Pattern BEAN = Pattern.compile("\\$\\{([a-zA-Z0-9]+)}");

  /** First match counts: a boundary event is also a catch event. */
  private static final Map<Class<? extends FlowNode>, Set<String>> PREFIXES = prefixes();

  private static final Map<String, Function<Drawn, List<String>>> CHECKS = checks();

  @Test
  void thereAreModelsToCheck() {
    assertThat(PROCESSES).isNotEmpty();
    assertThat(DECISIONS).isNotEmpty();
    assertThat(DELEGATES).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyModelPassesEveryCheck() {
    return CHECKS.entrySet().stream().flatMap(check -> PROCESSES.stream().map(model -> DynamicTest.dynamicTest(
        check.getKey() + ": " + model, () -> assertThat(check.getValue().apply(model)).isEmpty())));
  }

  @TestFactory
  Stream<DynamicTest> everyCheckCanFail() {
    return CHECKS.entrySet().stream().map(check -> DynamicTest.dynamicTest(check.getKey(),
        () -> assertThat(check.getValue().apply(WRONG)).isNotEmpty()));
  }

  /** Inside a jar the engine keeps only bare file names: of two {@code intake.bpmn} one is silently never deployed. */
  @Test
  void everyFileNameIsUniqueOverAllFolders() {
    assertThat(Stream.concat(PROCESSES.stream(), DECISIONS.stream()).map(Drawn::stem)).doesNotHaveDuplicates();
  }

  @Test
  void everyFolderIsAModule() {
    assertThat(Stream.concat(PROCESSES.stream(), DECISIONS.stream()).map(Drawn::module))
        .allSatisfy(module -> assertThat(ModularityTests.NAMES).contains(module));
  }

  @TestFactory
  Stream<DynamicTest> everyDecisionIsNamedByItsFileKeptForALimitedTimeAndAskedForSomewhere() {
    var models = PROCESSES.stream().map(ProcessBindingTests::text).collect(Collectors.joining());
    return DECISIONS.stream().map(model -> DynamicTest.dynamicTest(model.toString(), () -> {
      var decisions = model.dmn().getModelElementsByType(Decision.class);
      assertThat(decisions).extracting(Decision::getId).containsExactly(model.stem());
      assertThat(decisions).allSatisfy(decision -> assertThat(decision.getCamundaHistoryTimeToLiveString())
          .as("history time-to-live").isNotBlank());
      assertThat(sources().values().stream().anyMatch(text -> text.contains('"' + model.stem() + '"'))
          || models.contains("camunda:decisionRef=\"" + model.stem() + '"')).as("somebody asks it").isTrue();
    }));
  }

  @Test
  void everyDelegateServesAModel() {
    var named = PROCESSES.stream().flatMap(model -> delegateExpressions(model).values().stream())
        .collect(Collectors.toSet());
    assertThat(DELEGATES.keySet()).allSatisfy(bean -> assertThat(named).contains("${" + bean + "}"));
  }

  private static Map<String, Function<Drawn, List<String>>> checks() {
    var checks = new LinkedHashMap<String, Function<Drawn, List<String>>>();
    checks.put("the file has one executable process of the same name", ProcessBindingTests::otherProcesses);
    checks.put("history is kept for a limited time", ProcessBindingTests::endlessHistory);
    checks.put("ids say type, verb and object", ProcessBindingTests::wordlessIds);
    checks.put("only flows with a condition have a name", ProcessBindingTests::flowNames);
    checks.put("every delegate exists and serves this module", ProcessBindingTests::missingDelegates);
    checks.put("nothing in the model is code", ProcessBindingTests::code);
    checks.put("every user task has a page and somebody to do it", ProcessBindingTests::ownerlessTasks);
    checks.put("the class of constants exists and tells the truth", ProcessBindingTests::constants);
    checks.put("every message is sent by somebody", ProcessBindingTests::unsentMessages);
    checks.put("error boundaries name their code", ProcessBindingTests::uncodedErrors);
    checks.put("called processes and decisions exist", ProcessBindingTests::missingCalls);
    checks.put("asynchronous steps name their retries", ProcessBindingTests::unnamedRetries);
    checks.put("items are returned to earlier user tasks", ProcessBindingTests::wrongReturns);
    checks.put("what can not be taken back says so where the engine reads it", ProcessBindingTests::unreadProperties);
    return checks;
  }

  private static List<String> otherProcesses(Drawn model) {
    var ids = model.bpmn().getModelElementsByType(Process.class).stream().filter(Process::isExecutable)
        .map(Process::getId).toList();
    return ids.equals(List.of(model.stem())) ? List.of() : List.of("executable processes: " + ids);
  }

  private static List<String> endlessHistory(Drawn model) {
    return model.bpmn().getModelElementsByType(Process.class).stream()
        .filter(process -> process.getCamundaHistoryTimeToLiveString() == null).map(BaseElement::getId).toList();
  }

  private static List<String> wordlessIds(Drawn model) {
    return model.bpmn().getModelElementsByType(FlowNode.class).stream()
        .filter(node -> !SNAKE.matcher(node.getId()).matches() || prefixesOf(node).stream()
            .noneMatch(prefix -> node.getId().startsWith(prefix + "_")))
        .map(node -> node.getId() + " should start with " + prefixesOf(node)).toList();
  }

  private static List<String> flowNames(Drawn model) {
    return model.bpmn().getModelElementsByType(SequenceFlow.class).stream().filter(flow -> {
      var named = flow.getName() != null && !flow.getName().isBlank();
      var conditional = flow.getConditionExpression() != null || isDefault(flow);
      return named != conditional || !flow.getId().startsWith("flow_") || !SNAKE.matcher(flow.getId()).matches();
    }).map(BaseElement::getId).toList();
  }

  private static boolean isDefault(SequenceFlow flow) {
    return flow.getId().equals(flow.getSource().getAttributeValue("default"));
  }

  private static List<String> missingDelegates(Drawn model) {
    var problems = new ArrayList<String>();
    delegateExpressions(model).forEach((id, expression) -> {
      var bean = BEAN.matcher(expression);
      var type = bean.matches() ? DELEGATES.get(bean.group(1)) : null;
      if (type == null) {
        problems.add(id + " names " + expression);
      } else if (!type.getPackageName().equals("org.petitiondesk." + model.module() + ".process")) {
        problems.add(id + " names a delegate of another module: " + type.getName());
      }
    });
    model.bpmn().getModelElementsByType(ServiceTask.class).stream()
        .filter(task -> task.getCamundaDelegateExpression() == null)
        .forEach(task -> problems.add(task.getId() + " names no delegate"));
    return problems;
  }

  private static List<String> code(Drawn model) {
    var forbiddenAttributes = Set.of("class", "expression", "resource", "scriptFormat", "type", "variableMappingClass",
        "variableMappingDelegateExpression", "executionListener", "taskListener");
    var forbiddenElements = Set.of("script", "scriptTask", "executionListener", "taskListener", "connector", "field",
        "sendTask");
    var problems = new ArrayList<String>();
    elements(model).forEach(element -> {
      if (forbiddenElements.contains(element.getLocalName())) {
        problems.add(element.getNodeName());
      }
      var attributes = element.getAttributes();
      IntStream.range(0, attributes.getLength()).mapToObj(attributes::item)
          .filter(attribute -> CAMUNDA.equals(attribute.getNamespaceURI())
              && forbiddenAttributes.contains(attribute.getLocalName()))
          .forEach(attribute -> problems.add(element.getAttribute("id") + " " + attribute));
    });
    if (text(model).contains("activiti.org")) {
      problems.add("the old name space activiti.org is still honoured by the engine");
    }
    return problems;
  }

  private static List<String> ownerlessTasks(Drawn model) {
    return model.bpmn().getModelElementsByType(UserTask.class).stream()
        .filter(task -> isBlank(task.getCamundaFormKey()) && isBlank(task.getCamundaFormRef())
            || isBlank(task.getName())
            || isBlank(task.getCamundaAssignee()) && isBlank(task.getCamundaCandidateGroups()))
        .map(BaseElement::getId).toList();
  }

  private static List<String> constants(Drawn model) {
    var type = constantsClass(model);
    if (isBegunWithAForm(model)) {
      return type.map(found -> "a process of its own has no code: " + found.getName()).stream().toList();
    }
    if (type.isEmpty()) {
      return List.of("no class " + constantsName(model) + " in the base package of " + model.module());
    }
    var ids = model.bpmn().getModelElementsByType(FlowNode.class).stream().map(BaseElement::getId)
        .collect(Collectors.toSet());
    var words = PREFIXES.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    var texts = texts(type.get());
    var problems = new ArrayList<String>();
    if (!texts.containsValue(model.stem())) {
      problems.add("no constant holds the name of the process");
    }
    texts.forEach((name, value) -> {
      var word = name.contains("_") ? name.substring(0, name.indexOf('_')).toLowerCase(java.util.Locale.ROOT) : "";
      if (words.contains(word) && value.startsWith(word + "_") && !ids.contains(value)) {
        problems.add(name + " names " + value + ", which is not in the model");
      }
    });
    return problems;
  }

  private static boolean isBegunWithAForm(Drawn model) {
    return model.bpmn().getModelElementsByType(StartEvent.class).stream()
        .anyMatch(start -> !isBlank(start.getCamundaFormRef()));
  }

  private static List<String> unsentMessages(Drawn model) {
    return model.bpmn().getModelElementsByType(Message.class).stream().map(Message::getName)
        .filter(name -> name == null || !UPPER_SNAKE.matcher(name).matches() || !isUsed(model, name)).toList();
  }

  /** The constant is declared beside the process and named at least once more: by whoever correlates it. */
  private static boolean isUsed(Drawn model, String message) {
    return constantsClass(model).flatMap(type -> texts(type).entrySet().stream()
        .filter(constant -> constant.getValue().equals(message)).map(Map.Entry::getKey).findFirst())
        .map(constant -> {
          var word = Pattern.compile("\\b" + constant + "\\b");
          return sources().entrySet().stream()
              .filter(source -> !source.getKey().endsWith(constantsName(model) + ".java"))
              .anyMatch(source -> word.matcher(source.getValue()).find());
        }).orElse(false);
  }

  private static List<String> uncodedErrors(Drawn model) {
    var problems = new ArrayList<String>();
    model.bpmn().getModelElementsByType(ErrorEventDefinition.class).stream()
        .filter(definition -> definition.getError() == null)
        .forEach(definition -> problems.add(((BaseElement) definition.getParentElement()).getId()));
    model.bpmn().getModelElementsByType(Error.class).stream()
        .filter(error -> error.getErrorCode() == null || !UPPER_SNAKE.matcher(error.getErrorCode()).matches())
        .forEach(error -> problems.add(error.getId()));
    return problems;
  }

  private static List<String> missingCalls(Drawn model) {
    var processes = PROCESSES.stream().map(Drawn::stem).collect(Collectors.toSet());
    var decisions = DECISIONS.stream().map(Drawn::stem).collect(Collectors.toSet());
    var problems = new ArrayList<String>();
    model.bpmn().getModelElementsByType(CallActivity.class).stream()
        .filter(call -> !processes.contains(call.getCalledElement())).forEach(call -> problems.add(call.getId()));
    model.bpmn().getModelElementsByType(BusinessRuleTask.class).stream()
        .filter(rule -> !decisions.contains(rule.getCamundaDecisionRef())).forEach(rule -> problems.add(rule.getId()));
    return problems;
  }

  private static List<String> unnamedRetries(Drawn model) {
    return model.bpmn().getModelElementsByType(FlowNode.class).stream()
        // The model interface refuses to say so for this one; the engine makes no job of it.
        .filter(node -> !(node instanceof EventBasedGateway))
        .filter(node -> node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter())
        .filter(node -> node.getExtensionElements() == null || node.getExtensionElements().getElementsQuery()
            .filterByType(CamundaFailedJobRetryTimeCycle.class).count() == 0)
        .map(BaseElement::getId).toList();
  }

  /**
   * Of {@code returnTo}: what is no user task that may be done once more, or does not lead to this one, here or over the
   * calls to this model.
   */
  private static List<String> wrongReturns(Drawn model) {
    return model.bpmn().getModelElementsByType(UserTask.class).stream()
        .flatMap(task -> property(task, "returnTo").stream().flatMap(value -> Arrays.stream(value.split(",")))
            .map(String::strip).filter(target -> !leadsTo(target, model, task))
            .map(target -> task.getId() + " can not be returned to " + target))
        .toList();
  }

  private static boolean leadsTo(String target, Drawn model, FlowNode node) {
    var before = model.bpmn().getModelElementById(target) instanceof UserTask earlier
        && property(earlier, "repeatable").isPresent() && behind(earlier).contains(node.getId());
    return before || PROCESSES.stream().anyMatch(caller -> caller.bpmn().getModelElementsByType(CallActivity.class)
        .stream().filter(call -> model.stem().equals(call.getCalledElement()))
        .anyMatch(call -> leadsTo(target, caller, call)));
  }

  /** Ids of what a token may come to after the node. */
  private static Set<String> behind(FlowNode node) {
    var found = new LinkedHashMap<String, FlowNode>();
    var waiting = new ArrayList<>(node.getSucceedingNodes().list());
    while (!waiting.isEmpty()) {
      var next = waiting.remove(0);
      if (found.put(next.getId(), next) == null) {
        waiting.addAll(next.getSucceedingNodes().list());
      }
    }
    return found.keySet();
  }

  private static List<String> unreadProperties(Drawn model) {
    return model.bpmn().getModelElementsByType(FlowNode.class).stream().flatMap(node -> Stream.of(
        property(node, "returnTo").filter(value -> !(node instanceof UserTask)),
        property(node, "repeatable").filter(value -> !(node instanceof UserTask) || !value.equals("true")),
        property(node, "legalEffect").filter(value -> !(node instanceof ServiceTask) || !value.equals("true")))
        .flatMap(Optional::stream).map(value -> node.getId() + " says " + value)).toList();
  }

  private static Optional<String> property(FlowNode node, String name) {
    return node.getExtensionElements() == null
        ? Optional.empty()
        : node.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
            .flatMap(properties -> properties.getCamundaProperties().stream())
            .filter(property -> name.equals(property.getCamundaName())).map(CamundaProperty::getCamundaValue)
            .findFirst();
  }

  private static Map<Class<? extends FlowNode>, Set<String>> prefixes() {
    var prefixes = new LinkedHashMap<Class<? extends FlowNode>, Set<String>>();
    prefixes.put(StartEvent.class, Set.of("start"));
    prefixes.put(EndEvent.class, Set.of("end"));
    prefixes.put(BoundaryEvent.class, Set.of("catch", "timer", "error"));
    prefixes.put(IntermediateCatchEvent.class, Set.of("catch", "timer"));
    prefixes.put(IntermediateThrowEvent.class, Set.of("throw"));
    prefixes.put(UserTask.class, Set.of("user"));
    prefixes.put(ServiceTask.class, Set.of("service"));
    prefixes.put(BusinessRuleTask.class, Set.of("rule"));
    prefixes.put(ReceiveTask.class, Set.of("catch"));
    prefixes.put(CallActivity.class, Set.of("call"));
    prefixes.put(SubProcess.class, Set.of("sub"));
    prefixes.put(Gateway.class, Set.of("gw"));
    return prefixes;
  }

  private static Set<String> prefixesOf(FlowNode node) {
    return PREFIXES.entrySet().stream().filter(entry -> entry.getKey().isInstance(node)).map(Map.Entry::getValue)
        .findFirst().orElse(Set.of());
  }

  private static Map<String, Class<?>> delegates() {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
    // Only the application's own: tests have delegates that go wrong on purpose.
    scan.addExcludeFilter((reader, factory) -> reader.getResource().toString().contains("test-classes"));
    var found = new TreeMap<String, Class<?>>();
    for (var bean : scan.findCandidateComponents("org.petitiondesk")) {
      try {
        var type = Class.forName(bean.getBeanClassName());
        found.put(Introspector.decapitalize(type.getSimpleName()), type);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    return found;
  }

  /** Every {@code camunda:delegateExpression} in the file, also where the model interface would not look for one. */
  private static Map<String, String> delegateExpressions(Drawn model) {
    return elements(model).filter(element -> element.hasAttributeNS(CAMUNDA, "delegateExpression"))
        .collect(Collectors.toMap(element -> element.getAttribute("id"),
            element -> element.getAttributeNS(CAMUNDA, "delegateExpression")));
  }

  private static Stream<Element> elements(Drawn model) {
    var all = model.xml().getElementsByTagName("*");
    return IntStream.range(0, all.getLength()).mapToObj(all::item).map(Element.class::cast);
  }

  /** {@code petition_handling} is told in {@code petition.PetitionHandling}. */
  private static Optional<Class<?>> constantsClass(Drawn model) {
    try {
      return Optional.of(Class.forName("org.petitiondesk." + model.module() + "." + constantsName(model)));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static String constantsName(Drawn model) {
    return Arrays.stream(model.stem().split("_"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
  }

  private static Map<String, String> texts(Class<?> type) {
    var texts = new TreeMap<String, String>();
    for (var field : type.getDeclaredFields()) {
      if (field.getType() == String.class && java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        try {
          texts.put(field.getName(), (String) field.get(null));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return texts;
  }

  private static Map<String, String> sources() {
    try (var files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toMap(Path::toString,
          ProcessBindingTests::read));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Drawn model) {
    return read(model.file());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
