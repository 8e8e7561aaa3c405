package org.petitiondesk.escalation.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.petitiondesk.escalation.EscalationPause.APPROVED;
import static org.petitiondesk.escalation.EscalationPause.APPROVERS;
import static org.petitiondesk.escalation.EscalationPause.END_GRANTED;
import static org.petitiondesk.escalation.EscalationPause.END_LAPSED;
import static org.petitiondesk.escalation.EscalationPause.END_MOOT;
import static org.petitiondesk.escalation.EscalationPause.END_REFUSED;
import static org.petitiondesk.escalation.EscalationPause.PAUSE_MOOT;
import static org.petitiondesk.escalation.EscalationPause.KEY;
import static org.petitiondesk.escalation.EscalationPause.LAPSES_AT;
import static org.petitiondesk.escalation.EscalationPause.USER_APPROVE;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.escalation.PauseRequests;
import org.petitiondesk.kernel.CaseId;

@Deployment(resources = "processes/escalation/escalation_pause.bpmn")
class EscalationPauseProcessTests {

  private static final PauseRequests REQUESTS = mock(PauseRequests.class);

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine
      .with(Map.of("lapsePauseDelegate", new LapsePauseDelegate(REQUESTS)));

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
    reset(REQUESTS);
  }

  @Test
  void theLeaderGrantsIt() {
    var asked = asked();
    assertThat(asked).isWaitingAt(USER_APPROVE);
    assertThat(task(asked)).hasCandidateGroup("leader@housing");

    complete(task(asked), APPROVED.with(true).asMap());

    assertThat(asked).isEnded().hasPassed(END_GRANTED);
  }

  @Test
  void theLeaderRefusesIt() {
    var asked = asked();

    complete(task(asked), APPROVED.with(false).asMap());

    assertThat(asked).isEnded().hasPassed(END_REFUSED).hasNotPassed(END_GRANTED);
  }

  @Test
  void itLapsesWhenTheDateHasPassed() {
    var asked = asked();

    execute(job(asked));

    assertThat(asked).isEnded().hasPassed(END_LAPSED);
    then(REQUESTS).should().lapse(asked.getId());
  }

  @Test
  void anAnsweredMatterNeedsNoPause() {
    var asked = asked();

    runtimeService().createMessageCorrelation(PAUSE_MOOT).processInstanceId(asked.getId()).correlate();

    assertThat(asked).isEnded().hasPassed(END_MOOT);
  }

  private static ProcessInstance asked() {
    return runtimeService().startProcessInstanceByKey(KEY, CaseId.next().toString(),
        APPROVERS.with("leader@housing").with(LAPSES_AT, "2026-05-07T00:00:00+08:00").asMap());
  }
}
