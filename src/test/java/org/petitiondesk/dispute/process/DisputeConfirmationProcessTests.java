package org.petitiondesk.dispute.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.petitiondesk.dispute.DisputeConfirmation.COMMITTEE;
import static org.petitiondesk.dispute.DisputeConfirmation.CONFIRMATION_ASKED;
import static org.petitiondesk.dispute.DisputeConfirmation.CONFIRMATION_LAPSES_AT;
import static org.petitiondesk.dispute.DisputeConfirmation.CONFIRMATION_REMIND_AT;
import static org.petitiondesk.dispute.DisputeConfirmation.END_LAPSED;
import static org.petitiondesk.dispute.DisputeConfirmation.END_RECORDED;
import static org.petitiondesk.dispute.DisputeConfirmation.KEY;
import static org.petitiondesk.dispute.DisputeConfirmation.MEDIATOR;
import static org.petitiondesk.dispute.DisputeConfirmation.TIMER_LAPSED;
import static org.petitiondesk.dispute.DisputeConfirmation.TIMER_REMINDER;
import static org.petitiondesk.dispute.DisputeConfirmation.USER_RECORD;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.dispute.DisputeSteps;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;

@Deployment(resources = "processes/dispute/dispute_confirmation.bpmn")
class DisputeConfirmationProcessTests {

  private static final DisputeSteps STEPS = mock(DisputeSteps.class);

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine.with(Map.of("remindConfirmationDelegate",
      new RemindConfirmationDelegate(STEPS), "lapseConfirmationDelegate", new LapseConfirmationDelegate(STEPS)));

  private final CaseId id = CaseId.next();

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
    reset(STEPS);
  }

  @Test
  void bothAskAndTheAnswerOfTheCourtIsAnItem() {
    var instance = inForce();

    ask();
    assertThat(task(instance)).hasDefinitionKey(USER_RECORD).isAssignedTo("mediator");

    complete(task(instance));
    assertThat(instance).isEnded().hasPassed(END_RECORDED);
  }

  @Test
  void bothAreRemindedAndAskThen() {
    var instance = inForce();

    execute(job(TIMER_REMINDER, instance));
    then(STEPS).should().remindConfirmation(id);
    ask();

    assertThat(instance).isWaitingAt(USER_RECORD);
  }

  @Test
  void theRightEndsWithItsLastDay() {
    var instance = inForce();

    execute(job(TIMER_REMINDER, instance));
    execute(job(TIMER_LAPSED, instance));

    then(STEPS).should().lapseConfirmation(id);
    assertThat(instance).isEnded().hasPassed(END_LAPSED);
  }

  private ProcessInstance inForce() {
    return runtimeService().startProcessInstanceByKey(KEY, id.toString(),
        COMMITTEE.with("liuyin").with(MEDIATOR, "mediator").with(CONFIRMATION_REMIND_AT, "2099-03-12T09:00+08:00")
            .with(CONFIRMATION_LAPSES_AT, "2099-03-19T23:59:59+08:00").asMap());
  }

  private void ask() {
    runtimeService().createMessageCorrelation(CONFIRMATION_ASKED).processInstanceBusinessKey(id.toString()).correlate();
  }
}
