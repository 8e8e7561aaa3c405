package org.petitiondesk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.petitiondesk.kernel.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The walls inside the modules: web → base ← process, and what belongs nowhere. Each rule runs twice: on the house, where
 * it must find something to judge and nothing wrong, and on the examples in {@code org.petitiondesk.wrong}, which it must
 * refuse. A rule that can not fail says nothing.
 */
class LayerTests {

  private static final JavaClasses HOUSE = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.petitiondesk");
  private static final JavaClasses WRONG = new ClassFileImporter().importPackages("org.petitiondesk.wrong..");

  private static final String BASE = "org.petitiondesk.*";
  private static final String WEB = "org.petitiondesk.*.web..";
  private static final String PROCESS = "org.petitiondesk.*.process..";

  private static final ArchRule[] RULES = {
      noClasses().that().resideInAPackage(BASE).should().dependOnClassesThat().resideInAnyPackage(WEB, PROCESS)
          .as("The base of a module knows neither its pages nor its delegates"),

      noClasses().that().resideInAPackage(WEB).should().dependOnClassesThat().resideInAPackage(PROCESS)
          .as("Pages know no delegates"),

      noClasses().that().resideInAPackage(PROCESS).should().dependOnClassesThat().resideInAnyPackage(WEB)
          .as("Delegates know no pages"),

      noClasses().that().resideOutsideOfPackages("org.petitiondesk.engine..", PROCESS)
          .should().dependOnClassesThat().resideInAPackage("org.camunda..")
          .as("Only the engine module and delegates see the process engine"),

      noClasses().that().resideInAnyPackage(WEB, PROCESS)
          .should().dependOnClassesThat().resideInAPackage("org.springframework.jdbc..")
          .as("Pages and delegates hold no SQL"),

      noClasses().that().doNotBelongToAnyOf(MovableClock.class).should(askTheSystemForTheTime())
          .as("The time comes from the injected clock"),

      noClasses().should().callMethodWhere(aQueryOnEngineVariables())
          .as("No query filters by engine variables: others measured minutes with a few thousand tasks"),

      noClasses().that().resideOutsideOfPackage("org.petitiondesk.engine").should().callMethodWhere(aQueryForTasks())
          .as("Lists of work are read from the work list, the engine is asked for single tasks by its own module"),

      noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class)
          .as("Everything is injected through the constructor"),

      classes().that().implement(JavaDelegate.class).should().bePackagePrivate()
          .andShould().resideInAPackage(PROCESS).andShould().haveSimpleNameEndingWith("Delegate")
          .andShould(haveOneDependency())
          .as("A delegate is package-private glue with one dependency"),

      noClasses().that().implement(JavaDelegate.class)
          .should().dependOnClassesThat(areNamed("Service", "Workflow"))
          .as("Delegates call steps, never a service or a workflow"),

      noClasses().that(areNamed("Steps")).should().dependOnClassesThat(areNamed("Service", "Workflow"))
          .as("Steps never call a service or a workflow"),

      classes().that().areMetaAnnotatedWith(Controller.class).should().bePackagePrivate()
          .andShould().resideInAnyPackage(WEB, "org.petitiondesk.web")
          .as("Controllers are package-private and live in web"),

      methods().that().areMetaAnnotatedWith(RequestMapping.class)
          .and().areDeclaredInClassesThat().areMetaAnnotatedWith(Controller.class)
          .should().beAnnotatedWith(PreAuthorize.class)
          .as("Every page says who may see it"),
  };

  @TestFactory
  Stream<DynamicTest> theHouseKeepsEveryRule() {
    assertThat(HOUSE.size()).isGreaterThan(50);
    return Stream.of(RULES).map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleCanFail() {
    return Stream.of(RULES).map(rule -> DynamicTest.dynamicTest(rule.getDescription(),
        () -> assertThat(rule.evaluate(WRONG).hasViolation()).isTrue()));
  }

  private static ArchCondition<JavaClass> askTheSystemForTheTime() {
    return new ArchCondition<>("ask the system for the time") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream.concat(type.getMethodCallsFromSelf().stream(), type.getConstructorCallsFromSelf().stream())
            .filter(this::asks)
            .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
      }

      /** {@code now()} and {@code now(zone)}; {@code now(clock)} is what we want. */
      private boolean asks(JavaCall<?> call) {
        var parameters = call.getTarget().getRawParameterTypes();
        return call.getTargetOwner().getPackageName().equals("java.time") && call.getName().equals("now")
            && parameters.stream().noneMatch(type -> type.isEquivalentTo(java.time.Clock.class))
            || call.getTargetOwner().isEquivalentTo(java.util.Date.class) && call.getName().equals("<init>")
                && parameters.isEmpty();
      }
    };
  }

  private static DescribedPredicate<JavaCall<?>> aQueryOnEngineVariables() {
    var names = Set.of("processVariableValue", "taskVariableValue", "caseInstanceVariableValue", "variableValue",
        "processVariable", "taskVariable", "includeProcessVariables", "includeTaskLocalVariables");
    return DescribedPredicate.describe("a query on engine variables",
        call -> call.getTargetOwner().getPackageName().startsWith("org.camunda.bpm.engine")
            && names.stream().anyMatch(call.getName()::startsWith));
  }

  private static DescribedPredicate<JavaCall<?>> aQueryForTasks() {
    return DescribedPredicate.describe("a query for tasks",
        call -> call.getName().equals("createTaskQuery") || call.getName().equals("createNativeTaskQuery"));
  }

  private static DescribedPredicate<JavaClass> areNamed(String... endings) {
    return DescribedPredicate.describe("are named …" + String.join(" or …", endings),
        type -> type.getPackageName().startsWith("org.petitiondesk")
            && Stream.of(endings).anyMatch(type.getSimpleName()::endsWith));
  }

  private static ArchCondition<JavaClass> haveOneDependency() {
    return new ArchCondition<>("have one dependency") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        var parameters = type.getConstructors().stream().mapToInt(it -> it.getRawParameterTypes().size()).sum();
        events.add(new SimpleConditionEvent(type, parameters == 1,
            type.getName() + " takes " + parameters + " dependencies"));
      }
    };
  }
}
