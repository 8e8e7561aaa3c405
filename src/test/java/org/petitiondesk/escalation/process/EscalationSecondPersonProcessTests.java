package org.petitiondesk.escalation.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.petitiondesk.escalation.EscalationSecondPerson.APPROVERS;
import static org.petitiondesk.escalation.EscalationSecondPerson.DECIDE_BY;
import static org.petitiondesk.escalation.EscalationSecondPerson.END_DECIDED;
import static org.petitiondesk.escalation.EscalationSecondPerson.END_DONE;
import static org.petitiondesk.escalation.EscalationSecondPerson.KEY;
import static org.petitiondesk.escalation.EscalationSecondPerson.PAGE;
import static org.petitiondesk.escalation.EscalationSecondPerson.SECOND_PERSON_DONE;
import static org.petitiondesk.escalation.EscalationSecondPerson.USER_APPROVE;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.escalation.SecondPersons;
import org.petitiondesk.kernel.CaseId;

@Deployment(resources = "processes/escalation/escalation_second_person.bpmn")
class EscalationSecondPersonProcessTests {

  private static final SecondPersons PERSONS = mock(SecondPersons.class);

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine
      .with(Map.of("raiseSecondPersonDelegate", new RaiseSecondPersonDelegate(PERSONS)));

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
    reset(PERSONS);
  }

  @Test
  void aSecondPersonDecides() {
    var asked = asked();
    assertThat(task(asked)).hasCandidateGroup("leader@housing");

    complete(task(asked));

    assertThat(asked).isEnded().hasPassed(END_DECIDED);
  }

  @Test
  void whoDoesNotDecideInTimeIsFollowedByTheNextAbove() {
    var asked = asked();
    given(PERSONS.raise(asked.getId()))
        .willReturn(APPROVERS.with("leader@xfj").with(DECIDE_BY, "2026-05-11T08:30:00+08:00"));

    execute(job(asked));

    assertThat(asked).isWaitingAt(USER_APPROVE);
    assertThat(task(asked)).hasCandidateGroup("leader@xfj");
  }

  @Test
  void decidedBySomebodyElseOrTakenBackItIsOver() {
    var asked = asked();

    runtimeService().createMessageCorrelation(SECOND_PERSON_DONE).processInstanceId(asked.getId()).correlate();

    assertThat(asked).isEnded().hasPassed(END_DONE);
  }

  private static ProcessInstance asked() {
    return runtimeService().startProcessInstanceByKey(KEY, CaseId.next().toString(), APPROVERS.with("leader@housing")
        .with(DECIDE_BY, "2026-05-07T08:30:00+08:00").with(PAGE, "cases/1/clocks/2").asMap());
  }
}
