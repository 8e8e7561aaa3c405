package org.petitiondesk.accountability.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.petitiondesk.accountability.AccountabilityReturnVisit.END_VISITED;
import static org.petitiondesk.accountability.AccountabilityReturnVisit.KEY;
import static org.petitiondesk.accountability.AccountabilityReturnVisit.TIMER_DUE;
import static org.petitiondesk.accountability.AccountabilityReturnVisit.USER_VISIT;
import static org.petitiondesk.accountability.AccountabilityReturnVisit.VISITOR;
import static org.petitiondesk.accountability.AccountabilityReturnVisit.VISITORS;
import static org.petitiondesk.accountability.AccountabilityReturnVisit.VISIT_AT;
import static org.petitiondesk.accountability.AccountabilityReturnVisit.VISIT_ID;

import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.accountability.ReturnVisitId;
import org.petitiondesk.accountability.ReturnVisits;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;

@Deployment(resources = "processes/accountability/accountability_return_visit.bpmn")
class AccountabilityReturnVisitProcessTests {

  private static final ReturnVisits VISITS = mock(ReturnVisits.class);

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine
      .with(Map.of("beginVisitDelegate", new BeginVisitDelegate(VISITS)));

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
  }

  @Test
  void theVisitWaitsForItsDayAndThenForSomebodyOfTheOffice() {
    var visit = new ReturnVisitId(UUID.randomUUID());
    given(VISITS.begin(visit)).willReturn(VISITORS.with("officer@xfj").with(VISITOR, ""));
    var instance = runtimeService().startProcessInstanceByKey(KEY, CaseId.next().toString(),
        VISIT_ID.with(visit.toString()).with(VISIT_AT, "2099-03-12T09:00+08:00").asMap());
    assertThat(instance).isWaitingAt(TIMER_DUE);

    execute(job(TIMER_DUE, instance));
    assertThat(instance).isWaitingAt(USER_VISIT);
    assertThat(task(instance)).hasCandidateGroup("officer@xfj").isNotAssigned();
    Assertions.assertThat(formService().getTaskFormData(task(instance).getId()).getFormKey())
        .isEqualTo("return-visits/" + visit + "?item={item}");

    complete(task(instance));
    assertThat(instance).isEnded().hasPassed(END_VISITED);
  }
}
