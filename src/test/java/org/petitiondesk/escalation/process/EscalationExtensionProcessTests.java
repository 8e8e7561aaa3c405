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
import static org.petitiondesk.escalation.EscalationExtension.APPROVED;
import static org.petitiondesk.escalation.EscalationExtension.APPROVERS;
import static org.petitiondesk.escalation.EscalationExtension.END_GRANTED;
import static org.petitiondesk.escalation.EscalationExtension.END_LAPSED;
import static org.petitiondesk.escalation.EscalationExtension.END_MOOT;
import static org.petitiondesk.escalation.EscalationExtension.END_REFUSED;
import static org.petitiondesk.escalation.EscalationExtension.EXTENSION_MOOT;
import static org.petitiondesk.escalation.EscalationExtension.KEY;
import static org.petitiondesk.escalation.EscalationExtension.LAPSES_AT;
import static org.petitiondesk.escalation.EscalationExtension.USER_APPROVE;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.escalation.Extensions;
import org.petitiondesk.kernel.CaseId;

@Deployment(resources = "processes/escalation/escalation_extension.bpmn")
class EscalationExtensionProcessTests {

  private static final Extensions EXTENSIONS = mock(Extensions.class);

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine
      .with(Map.of("lapseExtensionDelegate", new LapseExtensionDelegate(EXTENSIONS)));

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
    reset(EXTENSIONS);
  }

  @Test
  void theHeadOfTheUnitGrantsIt() {
    var asked = asked();
    assertThat(asked).isWaitingAt(USER_APPROVE);
    assertThat(task(asked)).hasCandidateGroup("leader@housing");

    complete(task(asked), APPROVED.with(true).asMap());

    assertThat(asked).isEnded().hasPassed(END_GRANTED);
  }

  @Test
  void theHeadOfTheUnitRefusesIt() {
    var asked = asked();

    complete(task(asked), APPROVED.with(false).asMap());

    assertThat(asked).isEnded().hasPassed(END_REFUSED).hasNotPassed(END_GRANTED);
  }

  @Test
  void itLapsesWhenTheDateHasPassed() {
    var asked = asked();

    execute(job(asked));

    assertThat(asked).isEnded().hasPassed(END_LAPSED);
    then(EXTENSIONS).should().lapse(asked.getId());
  }

  @Test
  void anAnsweredMatterNeedsNoExtension() {
    var asked = asked();

    runtimeService().createMessageCorrelation(EXTENSION_MOOT).processInstanceId(asked.getId()).correlate();

    assertThat(asked).isEnded().hasPassed(END_MOOT);
  }

  private static ProcessInstance asked() {
    return runtimeService().startProcessInstanceByKey(KEY, CaseId.next().toString(),
        APPROVERS.with("leader@housing").with(LAPSES_AT, "2026-05-07T00:00:00+08:00").asMap());
  }
}
