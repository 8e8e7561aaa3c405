package org.petitiondesk.dispute.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.petitiondesk.dispute.DisputeDanger.COMMITTEE;
import static org.petitiondesk.dispute.DisputeDanger.DANGER_BY;
import static org.petitiondesk.dispute.DisputeDanger.END_ANSWERED;
import static org.petitiondesk.dispute.DisputeDanger.KEY;
import static org.petitiondesk.dispute.DisputeDanger.USER_ANSWER;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.dispute.DisputeSteps;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;

@Deployment(resources = "processes/dispute/dispute_danger.bpmn")
class DisputeDangerProcessTests {

  private static final DisputeSteps STEPS = mock(DisputeSteps.class);

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine
      .with(Map.of("reportDangerDelegate", new ReportDangerDelegate(STEPS)));

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
    reset(STEPS);
  }

  @Test
  void thePoliceHearOfItAtOnceAndALeaderStatesTheMeasures() {
    var id = CaseId.next();
    var instance = runtimeService().startProcessInstanceByKey(KEY, id.toString(),
        COMMITTEE.with("liuyin").with(DANGER_BY, "2099-03-12T09:00+08:00").asMap());

    then(STEPS).should().reportDanger(id);
    assertThat(instance).isWaitingAt(USER_ANSWER);
    assertThat(task(instance)).hasCandidateGroup("leader@liuyin");

    complete(task(instance));
    assertThat(instance).isEnded().hasPassed(END_ANSWERED);
  }
}
