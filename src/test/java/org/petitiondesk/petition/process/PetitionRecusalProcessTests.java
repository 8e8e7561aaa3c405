package org.petitiondesk.petition.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.petitiondesk.petition.PetitionRecusal.BARRED;
import static org.petitiondesk.petition.PetitionRecusal.DECIDERS;
import static org.petitiondesk.petition.PetitionRecusal.END_GRANTED;
import static org.petitiondesk.petition.PetitionRecusal.END_REFUSED;
import static org.petitiondesk.petition.PetitionRecusal.KEY;
import static org.petitiondesk.petition.PetitionRecusal.RECUSAL_ID;
import static org.petitiondesk.petition.PetitionRecusal.USER_DECIDE;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;

@Deployment(resources = PetitionModels.FOLDER + "petition_recusal.bpmn")
class PetitionRecusalProcessTests {

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine.with(Map.of());

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
  }

  @Test
  void theLeaderOrdersTheRecusal() {
    var asked = asked();
    assertThat(asked).isWaitingAt(USER_DECIDE);
    assertThat(task(asked)).hasCandidateGroup("leader@housing");

    complete(task(asked), BARRED.with(true).asMap());

    assertThat(asked).isEnded().hasPassed(END_GRANTED).hasNotPassed(END_REFUSED);
  }

  @Test
  void theLeaderRefusesIt() {
    var asked = asked();

    complete(task(asked), BARRED.with(false).asMap());

    assertThat(asked).isEnded().hasPassed(END_REFUSED).hasNotPassed(END_GRANTED);
  }

  private static ProcessInstance asked() {
    return runtimeService().startProcessInstanceByKey(KEY, CaseId.next().toString(),
        DECIDERS.with("leader@housing").with(RECUSAL_ID, UUID.randomUUID().toString()).asMap());
  }
}
