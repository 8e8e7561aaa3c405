package org.petitiondesk.accountability.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.petitiondesk.accountability.AccountabilityCancellation.END_DECIDED;
import static org.petitiondesk.accountability.AccountabilityCancellation.KEY;
import static org.petitiondesk.accountability.AccountabilityCancellation.RECTIFICATION_ID;
import static org.petitiondesk.accountability.AccountabilityCancellation.SIGNER;
import static org.petitiondesk.accountability.AccountabilityCancellation.SIGNERS;
import static org.petitiondesk.accountability.AccountabilityCancellation.USER_COUNTERSIGN;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;

@Deployment(resources = "processes/accountability/accountability_cancellation.bpmn")
class AccountabilityCancellationProcessTests {

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine.with(Map.of());

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
  }

  @Test
  void aSecondPersonSigns() {
    var proposed = runtimeService().startProcessInstanceByKey(KEY, CaseId.next().toString(),
        RECTIFICATION_ID.with("5c0f0d4e-0000-4000-8000-000000000001").with(SIGNERS, "leader@xfj").with(SIGNER, "")
            .asMap());
    assertThat(proposed).isWaitingAt(USER_COUNTERSIGN);
    assertThat(task(proposed)).hasCandidateGroup("leader@xfj").isNotAssigned();

    complete(task(proposed));

    assertThat(proposed).isEnded().hasPassed(END_DECIDED);
  }
}
