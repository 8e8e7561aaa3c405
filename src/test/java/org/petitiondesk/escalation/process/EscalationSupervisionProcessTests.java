package org.petitiondesk.escalation.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.petitiondesk.escalation.EscalationSupervision.ANSWERER;
import static org.petitiondesk.escalation.EscalationSupervision.ANSWERERS;
import static org.petitiondesk.escalation.EscalationSupervision.ANSWER_BY;
import static org.petitiondesk.escalation.EscalationSupervision.CATCH_ENDED;
import static org.petitiondesk.escalation.EscalationSupervision.END_CLOSED;
import static org.petitiondesk.escalation.EscalationSupervision.END_ENDED;
import static org.petitiondesk.escalation.EscalationSupervision.KEY;
import static org.petitiondesk.escalation.EscalationSupervision.RAISED;
import static org.petitiondesk.escalation.EscalationSupervision.RAISE_AT;
import static org.petitiondesk.escalation.EscalationSupervision.REVIEWER;
import static org.petitiondesk.escalation.EscalationSupervision.REVIEWERS;
import static org.petitiondesk.escalation.EscalationSupervision.SENT_BACK;
import static org.petitiondesk.escalation.EscalationSupervision.SUPERIOR;
import static org.petitiondesk.escalation.EscalationSupervision.SUPERIORS;
import static org.petitiondesk.escalation.EscalationSupervision.SUPERVISION_ENDED;
import static org.petitiondesk.escalation.EscalationSupervision.SUPERVISION_ID;
import static org.petitiondesk.escalation.EscalationSupervision.TIMER_ANSWER_OVERDUE;
import static org.petitiondesk.escalation.EscalationSupervision.TIMER_INSTRUCTED_UNIT_OVERDUE;
import static org.petitiondesk.escalation.EscalationSupervision.TIMER_INSTRUCTION_OVERDUE;
import static org.petitiondesk.escalation.EscalationSupervision.USER_ANSWER;
import static org.petitiondesk.escalation.EscalationSupervision.USER_INSTRUCT;
import static org.petitiondesk.escalation.EscalationSupervision.USER_REVIEW;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.escalation.SupervisionId;
import org.petitiondesk.escalation.SupervisionSteps;
import org.petitiondesk.kernel.CaseId;

@Deployment(resources = "processes/escalation/escalation_supervision.bpmn")
class EscalationSupervisionProcessTests {

  private static final SupervisionSteps STEPS = mock(SupervisionSteps.class);

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine
      .with(Map.of("raiseSupervisionDelegate", new RaiseSupervisionDelegate(STEPS)));

  private final SupervisionId supervision = new SupervisionId(UUID.randomUUID());

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
    reset(STEPS);
  }

  @Test
  void theUnitAnswersUntilItsDayAndTheOpenerClosesIt() {
    var instance = opened();

    assertThat(instance).isWaitingAt(USER_ANSWER);
    assertThat(task(instance)).hasCandidateGroup("handler@housing").isNotAssigned();
    Assertions.assertThat(task(instance).getDueDate()).isEqualTo(Date.from(Instant.parse("2099-03-06T15:59:59Z")));
    Assertions.assertThat(page(instance)).isEqualTo("supervision/" + supervision + "/feedback?item={item}");
    Assertions.assertThat(timer(instance, TIMER_ANSWER_OVERDUE).getDuedate())
        .isEqualTo(Date.from(Instant.parse("2099-03-09T01:00:00Z")));

    complete(task(instance), answered().asMap());
    assertThat(instance).isWaitingAt(USER_REVIEW);
    assertThat(task(instance)).isAssignedTo("officer");
    Assertions.assertThat(page(instance)).isEqualTo("supervision/" + supervision + "/verdict?item={item}");
    Assertions.assertThat(managementService().createJobQuery().processInstanceId(instance.getId()).count()).isZero();

    complete(task(instance), SENT_BACK.with(false).asMap());
    assertThat(instance).isEnded().hasPassed(END_CLOSED);
    then(STEPS).shouldHaveNoInteractions();
  }

  @Test
  void whatIsSentBackIsAnsweredAgainUntilTheNewDay() {
    var instance = opened();
    complete(task(instance), answered().asMap());

    complete(task(instance), waiting("2099-04-10T23:59:59+08:00").with(SENT_BACK, true).asMap());

    assertThat(instance).isWaitingAt(USER_ANSWER);
    Assertions.assertThat(task(instance).getDueDate()).isEqualTo(Date.from(Instant.parse("2099-04-10T15:59:59Z")));
  }

  @Test
  void withoutAnAnswerItGoesUpLevelByLevelAndTheUnitMayStillAnswer() {
    given(STEPS.raise(supervision)).willReturn(above("leader@liuyin", "liuyin.leader"),
        above("leader@linjiang", ""), above("leader@xfj", ""), RAISED.with(false));
    var instance = opened();

    execute(timer(instance, TIMER_ANSWER_OVERDUE));
    assertThat(instance).isWaitingAt(USER_ANSWER, USER_INSTRUCT);
    assertThat(task(USER_INSTRUCT, instance)).isAssignedTo("liuyin.leader");

    complete(task(USER_INSTRUCT, instance));
    assertThat(instance).isWaitingAt(USER_ANSWER, TIMER_INSTRUCTED_UNIT_OVERDUE);
    execute(timer(instance, TIMER_INSTRUCTED_UNIT_OVERDUE));
    assertThat(task(USER_INSTRUCT, instance)).hasCandidateGroup("leader@linjiang").isNotAssigned();

    execute(timer(instance, TIMER_INSTRUCTION_OVERDUE));
    assertThat(task(USER_INSTRUCT, instance)).hasCandidateGroup("leader@xfj");

    execute(timer(instance, TIMER_INSTRUCTION_OVERDUE));
    assertThat(instance).isWaitingAt(USER_ANSWER).isNotWaitingAt(USER_INSTRUCT);
    then(STEPS).should(times(4)).raise(supervision);

    complete(task(instance), answered().asMap());
    assertThat(instance).isWaitingAt(USER_REVIEW);
  }

  @Test
  void anAnswerTakesTheSuperiorsItemAway() {
    given(STEPS.raise(supervision)).willReturn(above("leader@liuyin", ""));
    var instance = opened();
    execute(timer(instance, TIMER_ANSWER_OVERDUE));

    complete(task(USER_ANSWER, instance), answered().asMap());

    assertThat(instance).isWaitingAt(USER_REVIEW).isNotWaitingAt(USER_INSTRUCT);
  }

  @Test
  void whoeverOpenedItMayEndItBeforeAnAnswer() {
    var instance = opened();

    runtimeService().createMessageCorrelation(SUPERVISION_ENDED).processInstanceId(instance.getId()).correlate();

    assertThat(instance).isEnded().hasPassed(CATCH_ENDED, END_ENDED).hasNotPassed(END_CLOSED);
  }

  private ProcessInstance opened() {
    return runtimeService().startProcessInstanceByKey(KEY, CaseId.next().toString(),
        waiting("2099-03-06T23:59:59+08:00").with(SUPERVISION_ID, supervision.toString()).asMap());
  }

  private static Facts waiting(String answerBy) {
    return ANSWERERS.with("handler@housing").with(ANSWERER, "").with(ANSWER_BY, answerBy).with(RAISE_AT,
        "2099-03-09T09:00+08:00");
  }

  private static Facts answered() {
    return REVIEWERS.with("officer@xfj").with(REVIEWER, "officer");
  }

  private static Facts above(String group, String account) {
    return RAISED.with(true).with(SUPERIORS, group).with(SUPERIOR, account).with(RAISE_AT, "2099-03-12T09:00+08:00");
  }

  private static Job timer(ProcessInstance instance, String element) {
    return job(element, instance);
  }

  private static String page(ProcessInstance instance) {
    return formService().getTaskFormData(task(instance).getId()).getFormKey();
  }
}
