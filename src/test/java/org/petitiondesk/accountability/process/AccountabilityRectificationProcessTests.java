package org.petitiondesk.accountability.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.petitiondesk.accountability.AccountabilityRectification.ACCEPTED;
import static org.petitiondesk.accountability.AccountabilityRectification.CARRIER;
import static org.petitiondesk.accountability.AccountabilityRectification.CARRIERS;
import static org.petitiondesk.accountability.AccountabilityRectification.CARRY_OUT_BY;
import static org.petitiondesk.accountability.AccountabilityRectification.END_ACCEPTED;
import static org.petitiondesk.accountability.AccountabilityRectification.INSPECTOR;
import static org.petitiondesk.accountability.AccountabilityRectification.INSPECTORS;
import static org.petitiondesk.accountability.AccountabilityRectification.INSPECT_BY;
import static org.petitiondesk.accountability.AccountabilityRectification.KEY;
import static org.petitiondesk.accountability.AccountabilityRectification.MEASURE;
import static org.petitiondesk.accountability.AccountabilityRectification.RAISED;
import static org.petitiondesk.accountability.AccountabilityRectification.RAISE_AT;
import static org.petitiondesk.accountability.AccountabilityRectification.RECTIFICATION_ID;
import static org.petitiondesk.accountability.AccountabilityRectification.SUPERIOR;
import static org.petitiondesk.accountability.AccountabilityRectification.SUPERIORS;
import static org.petitiondesk.accountability.AccountabilityRectification.TIMER_DIRECTION_OVERDUE;
import static org.petitiondesk.accountability.AccountabilityRectification.USER_CARRY_OUT;
import static org.petitiondesk.accountability.AccountabilityRectification.USER_DIRECT;
import static org.petitiondesk.accountability.AccountabilityRectification.USER_INSPECT;

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
import org.petitiondesk.accountability.RectificationId;
import org.petitiondesk.accountability.RectificationSteps;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;

@Deployment(resources = "processes/accountability/accountability_rectification.bpmn")
class AccountabilityRectificationProcessTests {

  private static final RectificationSteps STEPS = mock(RectificationSteps.class);

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine.with(Map.of("judgeFailureDelegate",
      new JudgeFailureDelegate(STEPS), "raiseFailureDelegate", new RaiseFailureDelegate(STEPS)));

  private final RectificationId rectification = new RectificationId(UUID.randomUUID());

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
    reset(STEPS);
  }

  @Test
  void theOwnerCarriesItOutAndSomebodyElseAcceptsIt() {
    var instance = ordered();

    assertThat(instance).isWaitingAt(USER_CARRY_OUT);
    assertThat(task(instance)).isAssignedTo("housing.handler");
    Assertions.assertThat(task(instance).getDueDate()).isEqualTo(Date.from(Instant.parse("2099-03-06T15:59:59Z")));
    Assertions.assertThat(page(instance))
        .isEqualTo("rectifications/" + rectification + "/measures/2/completion?item={item}");

    complete(task(instance), completed().asMap());
    assertThat(instance).isWaitingAt(USER_INSPECT);
    assertThat(task(instance)).hasCandidateGroup("officer@xfj").isNotAssigned();
    Assertions.assertThat(page(instance))
        .isEqualTo("rectifications/" + rectification + "/measures/2/inspection?item={item}");

    complete(task(instance), ACCEPTED.with(true).asMap());
    assertThat(instance).isEnded().hasPassed(END_ACCEPTED);
    then(STEPS).shouldHaveNoInteractions();
  }

  @Test
  void whatIsSentBackOnceIsCarriedOutAgainUntilTheNewDay() {
    given(STEPS.judge(rectification, 2)).willReturn(RAISED.with(false));
    var instance = inspected();

    complete(task(instance), working("2099-04-10T23:59:59+08:00").with(ACCEPTED, false).asMap());

    assertThat(instance).isWaitingAt(USER_CARRY_OUT);
    Assertions.assertThat(task(instance).getDueDate()).isEqualTo(Date.from(Instant.parse("2099-04-10T15:59:59Z")));
  }

  @Test
  void whatIsSentBackTooOftenIsDecidedByALeaderAboveOrTheOneAboveThat() {
    given(STEPS.judge(rectification, 2)).willReturn(above("leader@liuyin", "liuyin.leader"));
    given(STEPS.raise(rectification, 2)).willReturn(above("leader@linjiang", ""), RAISED.with(false));
    var instance = inspected();

    complete(task(instance), working("2099-04-10T23:59:59+08:00").with(ACCEPTED, false).asMap());
    assertThat(instance).isWaitingAt(USER_DIRECT);
    assertThat(task(instance)).isAssignedTo("liuyin.leader");
    Assertions.assertThat(page(instance))
        .isEqualTo("rectifications/" + rectification + "/measures/2/direction?item={item}");

    execute(job(TIMER_DIRECTION_OVERDUE, instance));
    assertThat(task(instance)).hasCandidateGroup("leader@linjiang").isNotAssigned();

    execute(job(TIMER_DIRECTION_OVERDUE, instance));
    assertThat(instance).isWaitingAt(USER_CARRY_OUT);
  }

  @Test
  void theLeaderGivesItToSomebodyElse() {
    given(STEPS.judge(rectification, 2)).willReturn(above("leader@linjiang", ""));
    var instance = inspected();
    complete(task(instance), working("2099-04-10T23:59:59+08:00").with(ACCEPTED, false).asMap());

    complete(task(instance), working("2099-05-10T23:59:59+08:00").with(CARRIER, "housing.handler2").asMap());

    assertThat(instance).isWaitingAt(USER_CARRY_OUT);
    assertThat(task(instance)).isAssignedTo("housing.handler2");
  }

  private ProcessInstance ordered() {
    return runtimeService().startProcessInstanceByKey(KEY, CaseId.next().toString(),
        working("2099-03-06T23:59:59+08:00")
            .with(RECTIFICATION_ID, rectification.toString()).with(MEASURE, 2).asMap());
  }

  private ProcessInstance inspected() {
    var instance = ordered();
    complete(task(instance), completed().asMap());
    return instance;
  }

  private static Facts working(String until) {
    return CARRIERS.with("handler@housing").with(CARRIER, "housing.handler").with(CARRY_OUT_BY, until);
  }

  private static Facts completed() {
    return INSPECTORS.with("officer@xfj").with(INSPECTOR, "").with(INSPECT_BY, "2099-03-13T23:59:59+08:00");
  }

  private static Facts above(String group, String account) {
    return RAISED.with(true).with(SUPERIORS, group).with(SUPERIOR, account).with(RAISE_AT, "2099-03-12T09:00+08:00");
  }

  private static String page(ProcessInstance instance) {
    return formService().getTaskFormData(task(instance).getId()).getFormKey();
  }
}
