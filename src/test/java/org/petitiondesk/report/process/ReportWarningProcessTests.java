package org.petitiondesk.report.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.petitiondesk.report.ReportWarning.CARRIERS;
import static org.petitiondesk.report.ReportWarning.CARRY_OUT_BY;
import static org.petitiondesk.report.ReportWarning.CATCH_WORSENED;
import static org.petitiondesk.report.ReportWarning.END_ANSWERED;
import static org.petitiondesk.report.ReportWarning.INSTRUCTED;
import static org.petitiondesk.report.ReportWarning.KEY;
import static org.petitiondesk.report.ReportWarning.RAISED;
import static org.petitiondesk.report.ReportWarning.RAISE_INSTRUCTION_AT;
import static org.petitiondesk.report.ReportWarning.REACT_BY;
import static org.petitiondesk.report.ReportWarning.RECEIVERS;
import static org.petitiondesk.report.ReportWarning.SERVICE_RAISE;
import static org.petitiondesk.report.ReportWarning.SERVICE_RAISE_INSTRUCTION;
import static org.petitiondesk.report.ReportWarning.SUB_REACTION;
import static org.petitiondesk.report.ReportWarning.TIMER_INSTRUCTION_OVERDUE;
import static org.petitiondesk.report.ReportWarning.TIMER_REACTION_OVERDUE;
import static org.petitiondesk.report.ReportWarning.USER_ANSWER;
import static org.petitiondesk.report.ReportWarning.USER_ANSWER_AT_TOP;
import static org.petitiondesk.report.ReportWarning.USER_CARRY_OUT;
import static org.petitiondesk.report.ReportWarning.USER_CARRY_OUT_AT_TOP;
import static org.petitiondesk.report.ReportWarning.WARNING_WORSENED;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.Group;
import org.petitiondesk.report.WarningId;
import org.petitiondesk.report.WarningSteps;

@Deployment(resources = "processes/report/report_warning.bpmn")
class ReportWarningProcessTests {

  private static final WarningSteps STEPS = mock(WarningSteps.class);

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine
      .with(Map.of("raiseWarningDelegate", new RaiseWarningDelegate(STEPS), "raiseInstructionDelegate",
          new RaiseInstructionDelegate(STEPS)));

  private final WarningId warning = new WarningId(UUID.randomUUID());

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
    reset(STEPS);
  }

  @Test
  void whoeverHasItAnswersItInTime() {
    var instance = raised();

    assertThat(instance).isWaitingAt(USER_ANSWER);
    assertThat(task(instance)).hasCandidateGroup("officer@xfj").isNotAssigned();
    Assertions.assertThat(task(instance).getDueDate()).isEqualTo(Date.from(Instant.parse("2099-03-09T00:30:00Z")));
    Assertions.assertThat(job(TIMER_REACTION_OVERDUE, instance).getDuedate())
        .isEqualTo(Date.from(Instant.parse("2099-03-09T00:30:00Z")));

    complete(task(instance), INSTRUCTED.with(false).asMap());
    assertThat(instance).isEnded().hasPassed(SUB_REACTION, END_ANSWERED);
    then(STEPS).shouldHaveNoInteractions();
  }

  @Test
  void withoutAnAnswerItGoesUpAndAtTheTopItStaysUntilItIsAnswered() {
    given(STEPS.raise(warning)).willReturn(handedTo("leader@xfj").with(RAISED, true), RAISED.with(false));
    var instance = raised();

    execute(job(TIMER_REACTION_OVERDUE, instance));
    assertThat(instance).isWaitingAt(USER_ANSWER).hasPassed(SERVICE_RAISE);
    assertThat(task(instance)).hasCandidateGroup("leader@xfj");

    execute(job(TIMER_REACTION_OVERDUE, instance));
    assertThat(instance).isWaitingAt(USER_ANSWER_AT_TOP);
    assertThat(task(instance)).hasCandidateGroup("leader@xfj");
    Assertions.assertThat(managementService().createJobQuery().processInstanceId(instance.getId()).count()).isZero();

    complete(task(instance), INSTRUCTED.with(false).asMap());
    assertThat(instance).isEnded().hasPassed(END_ANSWERED);
  }

  @Test
  void anInstructionIsTheUnitsUntilItIsCarriedOut() {
    var instance = raised();

    complete(task(instance), instructed());
    assertThat(instance).isWaitingAt(USER_CARRY_OUT);
    assertThat(task(instance)).hasCandidateGroup("leader@housing");

    complete(task(instance));
    assertThat(instance).isEnded().hasPassed(END_ANSWERED);
  }

  @Test
  void whatTheUnitDoesNotReportInTimeTheNextAboveHasToReport() {
    given(STEPS.raiseInstruction(warning, Group.of("leader@housing"))).willReturn(RAISED.with(true)
        .with(CARRIERS, "leader@xfj").with(CARRY_OUT_BY, "2099-03-18T08:30+08:00")
        .with(RAISE_INSTRUCTION_AT, "2099-03-18T08:30+08:00"));
    given(STEPS.raiseInstruction(warning, Group.of("leader@xfj"))).willReturn(RAISED.with(false));
    var instance = raised();
    complete(task(instance), instructed());

    execute(job(TIMER_INSTRUCTION_OVERDUE, instance));
    assertThat(instance).isWaitingAt(USER_CARRY_OUT).hasPassed(SERVICE_RAISE_INSTRUCTION);
    assertThat(task(instance)).hasCandidateGroup("leader@xfj");

    execute(job(TIMER_INSTRUCTION_OVERDUE, instance));
    assertThat(instance).isWaitingAt(USER_CARRY_OUT_AT_TOP);
    Assertions.assertThat(managementService().createJobQuery().processInstanceId(instance.getId()).count()).isZero();

    complete(task(instance));
    assertThat(instance).isEnded().hasPassed(END_ANSWERED);
  }

  private static Map<String, Object> instructed() {
    return INSTRUCTED.with(true).with(CARRIERS, "leader@housing").with(CARRY_OUT_BY, "2099-03-16T23:59+08:00")
        .with(RAISE_INSTRUCTION_AT, "2099-03-17T08:30+08:00").asMap();
  }

  @Test
  void whenItBecomesMoreSeriousWhoeverTheRuleNamesGetsIt() {
    var instance = raised();

    runtimeService().createMessageCorrelation(WARNING_WORSENED).processInstanceBusinessKey(warning.toString())
        .setVariables(handedTo("leader@xfj").asMap()).correlate();

    assertThat(instance).isWaitingAt(USER_ANSWER).hasPassed(CATCH_WORSENED);
    assertThat(task(instance)).hasCandidateGroup("leader@xfj");
  }

  private ProcessInstance raised() {
    return runtimeService().startProcessInstanceByKey(KEY, warning.toString(), handedTo("officer@xfj").asMap());
  }

  private static Facts handedTo(String group) {
    return RECEIVERS.with(group).with(REACT_BY, "2099-03-09T08:30+08:00");
  }
}
