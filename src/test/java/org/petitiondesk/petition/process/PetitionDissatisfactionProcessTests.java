package org.petitiondesk.petition.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.petitiondesk.petition.PetitionDissatisfaction.CALLERS;
import static org.petitiondesk.petition.PetitionDissatisfaction.END_ANSWERED;
import static org.petitiondesk.petition.PetitionDissatisfaction.HANDLING_UNIT;
import static org.petitiondesk.petition.PetitionDissatisfaction.KEY;
import static org.petitiondesk.petition.PetitionDissatisfaction.SENT_BACK;
import static org.petitiondesk.petition.PetitionDissatisfaction.USER_CALL_BACK;
import static org.petitiondesk.petition.PetitionDissatisfaction.USER_REDRESS;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.DissatisfactionSteps;

@Deployment(resources = PetitionModels.FOLDER + "petition_dissatisfaction.bpmn")
class PetitionDissatisfactionProcessTests {

  private static final DissatisfactionSteps STEPS = mock(DissatisfactionSteps.class);

  @RegisterExtension
  static ProcessEngineCoverageExtension engine = ModelEngine
      .with(Map.of("answerDissatisfactionDelegate", new AnswerDissatisfactionDelegate(STEPS)));

  @BeforeEach
  void init() {
    ModelEngine.init(engine);
  }

  @Test
  void whatIsMissingGoesBackToTheUnitAndThePetitionerIsCalledAgain() {
    var id = CaseId.next();
    var raised = runtimeService().startProcessInstanceByKey(KEY, id.toString(),
        CALLERS.with("officer@xfj").with(HANDLING_UNIT, "housing").asMap());
    assertThat(raised).isWaitingAt(USER_CALL_BACK);
    assertThat(task(raised)).hasCandidateGroup("officer@xfj");

    complete(task(raised), SENT_BACK.with(true).asMap());
    assertThat(raised).isWaitingAt(USER_REDRESS);
    assertThat(task(raised)).hasCandidateGroup("handler@housing");
    complete(task(raised));
    assertThat(raised).isWaitingAt(USER_CALL_BACK);
    complete(task(raised), SENT_BACK.with(false).asMap());

    assertThat(raised).isEnded().hasPassed(END_ANSWERED);
    then(STEPS).should().answer(id);
  }
}
