package org.petitiondesk.petition.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.petitiondesk.petition.PetitionHandling.LEAD_UNIT;
import static org.petitiondesk.petition.PetitionHandling.REGISTERING_UNIT;
import static org.petitiondesk.petition.PetitionObjection.*;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.ObjectionState;
import org.petitiondesk.petition.ObjectionSteps;

/** An objection, from the unit's word to each way in which it is decided. */
@Deployment(resources = PetitionModels.FOLDER + "petition_objection.bpmn")
class PetitionObjectionProcessTests {

  private static final ObjectionSteps STEPS = mock(ObjectionSteps.class);

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE = ModelEngine.with(PetitionModels.delegates(STEPS));

  private final CaseId id = CaseId.next();

  @BeforeEach
  void init() {
    ModelEngine.init(ENGINE);
    reset(STEPS);
  }

  @Test
  void theOfficeThatAssignedItDecidesFirst() {
    var objection = made(ObjectionState.WITH_SENDER);

    assertThat(objection).isWaitingAtExactly(USER_DECIDE).hasPassed(SERVICE_REGISTER);
    assertThat(task(objection)).hasCandidateGroup("officer@xfj");
    then(STEPS).should().register(id);
  }

  @Test
  void anObjectionThatTheSenderAgreesToIsOver() {
    var objection = made(ObjectionState.WITH_SENDER);

    complete(task(objection), facts(ObjectionState.AGREED, "xfj").asMap());

    assertThat(objection).isEnded().hasPassed(SERVICE_CONCLUDE, END_CONCLUDED).hasNotPassed(SERVICE_PASS_ON);
    then(STEPS).should().conclude(id);
  }

  @Test
  void anObjectionThatTheSenderRefusesGoesToTheCommonSuperior() {
    var objection = made(ObjectionState.WITH_SENDER);

    complete(task(objection), facts(ObjectionState.WITH_SUPERIOR, "linjiang").asMap());

    assertThat(objection).isWaitingAtExactly(USER_RULE);
    assertThat(task(objection)).hasCandidateGroup("leader@linjiang");
    then(STEPS).should().passOn(id);
    then(STEPS).should(never()).conclude(id);
    complete(task(objection), facts(ObjectionState.UPHELD, "linjiang").with(LEAD_UNIT, "market").asMap());
    assertThat(objection).isEnded().hasPassed(END_CONCLUDED);
  }

  @Test
  void theSuperiorLeavesItToTheJointMeeting() {
    var objection = made(ObjectionState.WITH_SENDER);
    complete(task(objection), facts(ObjectionState.WITH_SUPERIOR, "linjiang").asMap());

    complete(task(objection), facts(ObjectionState.WITH_MEETING, "linjiang-meeting").asMap());

    assertThat(objection).isWaitingAtExactly(USER_RECORD_MEETING);
    assertThat(task(objection)).hasCandidateGroup("leader@linjiang-meeting");
    then(STEPS).should(times(2)).passOn(id);
    complete(task(objection), facts(ObjectionState.DISMISSED, "linjiang-meeting").asMap());
    assertThat(objection).isEnded().hasPassed(SERVICE_CONCLUDE, END_CONCLUDED);
  }

  @Test
  void aSecondObjectionInOneMatterIsRuledOnAtOnce() {
    var objection = made(ObjectionState.WITH_MEETING);

    assertThat(objection).isWaitingAtExactly(USER_RECORD_MEETING).hasNotPassed(USER_DECIDE);
    then(STEPS).should(never()).passOn(id);
  }

  private ProcessInstance made(ObjectionState with) {
    return PetitionModels.start(KEY, id, facts(with, "linjiang-meeting").with(REGISTERING_UNIT, "xfj").with(LEAD_UNIT,
        "environment"));
  }

  private static Facts facts(ObjectionState state, String body) {
    return STATE.with(state.name()).with(RULING_BODY, body);
  }
}
