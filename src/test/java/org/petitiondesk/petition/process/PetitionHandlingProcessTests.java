package org.petitiondesk.petition.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskQuery;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.petitiondesk.petition.PetitionHandling.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.petitiondesk.engine.Facts;
import org.petitiondesk.engine.ModelEngine;
import org.petitiondesk.kernel.CaseId;
import org.petitiondesk.petition.Assignment;
import org.petitiondesk.petition.ObjectionState;
import org.petitiondesk.petition.ObjectionSteps;
import org.petitiondesk.petition.PetitionAssignment;
import org.petitiondesk.petition.PetitionObjection;
import org.petitiondesk.petition.PetitionReply;
import org.petitiondesk.petition.PetitionSteps;
import org.petitiondesk.petition.PetitionReconsideration;
import org.petitiondesk.petition.ReconsiderationSteps;
import org.petitiondesk.petition.ScreeningVerdict;

/** The spine with its call activities, from registration to each of its ends. */
@Deployment(resources = {PetitionModels.FOLDER + "petition_handling.bpmn",
    PetitionModels.FOLDER + "petition_assignment.bpmn", PetitionModels.FOLDER + "petition_reply.bpmn",
    PetitionModels.FOLDER + "petition_reconsideration.bpmn", PetitionModels.FOLDER + "petition_objection.bpmn"})
class PetitionHandlingProcessTests {

  private static final PetitionSteps STEPS = mock(PetitionSteps.class);
  private static final ReconsiderationSteps RECONSIDERATIONS = mock(ReconsiderationSteps.class);
  private static final ObjectionSteps OBJECTIONS = mock(ObjectionSteps.class);
  private static final String LATER = "2100-01-01T00:00:00+08:00";

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE = ModelEngine
      .with(PetitionModels.delegates(STEPS, RECONSIDERATIONS, OBJECTIONS), PetitionReconsideration.KEY,
          PetitionObjection.KEY);

  private final CaseId id = CaseId.next();

  @BeforeEach
  void init() {
    ModelEngine.init(ENGINE);
    reset(STEPS, RECONSIDERATIONS, OBJECTIONS);
    given(STEPS.assignUnits(any())).willReturn(assignment(List.of()));
    given(STEPS.recordAnswer(any())).willReturn(LATER);
    given(STEPS.askSupplement(any())).willReturn(LATER);
  }

  @Test
  void aRegisteredPetitionWaitsForTheOfficeToScreenIt() {
    var instance = registered();

    assertThat(instance).isWaitingAtExactly(USER_SCREEN);
    assertThat(task(instance)).hasCandidateGroup("officer@xfj").isNotAssigned();
  }

  @Test
  void anAcceptedPetitionIsHandledAnsweredRatedAndClosed() {
    var instance = delivered(List.of());

    runtimeService().createMessageCorrelation(PETITION_RATED).processInstanceBusinessKey(id.toString()).correlate();

    assertThat(instance).isEnded().hasPassed(SERVICE_RECORD_ANSWER, SERVICE_CLOSE, END_CLOSED);
    then(STEPS).should().accept(id);
    then(STEPS).should().issueReply(id);
    then(STEPS).should().close(id);
  }

  @Test
  void aPetitionThatNobodyRatesIsClosedWhenTheTimeIsOver() {
    var instance = delivered(List.of());

    execute(job(TIMER_RATING_LAPSED, instance));

    assertThat(instance).isEnded().hasPassed(TIMER_RATING_LAPSED, END_CLOSED);
  }

  @Test
  void everyCoHandlingUnitContributesBeforeTheReplyIsDrafted() {
    given(STEPS.assignUnits(any())).willReturn(assignment(List.of("land", "police")));
    var instance = accepted();

    Assertions
        .assertThat(taskQuery().taskDefinitionKey(USER_CONTRIBUTE).list())
        .hasSize(2);
    complete(taskOf(USER_HANDLE));
    complete(taskQuery().taskDefinitionKey(USER_CONTRIBUTE).taskCandidateGroup("handler@land").singleResult());
    assertThat(instance).isWaitingAt(USER_CONTRIBUTE).isNotWaitingAt(CALL_REPLY);
    complete(taskQuery().taskDefinitionKey(USER_CONTRIBUTE).taskCandidateGroup("handler@police").singleResult());

    assertThat(instance).isWaitingAtExactly(CALL_REPLY);
  }

  @Test
  void aUnitThatIsAskedLateTakesNothingFromWhoeverIsAtWork() {
    given(STEPS.assignUnits(any())).willReturn(assignment(List.of("land")));
    var instance = accepted();
    var asked = taskQuery().taskDefinitionKey(USER_CONTRIBUTE).singleResult().getId();
    complete(taskOf(USER_HANDLE));

    runtimeService().createMessageCorrelation(HELPER_ADDED).processInstanceBusinessKey(id.toString())
        .setVariables(HELPER.with("police").with(CO_UNITS, "land,police").asMap()).correlate();

    assertThat(taskOf(USER_CONTRIBUTE_LATE)).hasCandidateGroup("handler@police");
    Assertions.assertThat(taskQuery().taskDefinitionKey(USER_CONTRIBUTE).singleResult().getId()).isEqualTo(asked);
    complete(taskOf(USER_CONTRIBUTE));
    complete(taskOf(USER_CONTRIBUTE_LATE));
    assertThat(instance).isWaitingAtExactly(CALL_REPLY);
  }

  @Test
  void theOfficerWhoAcceptedHandlesAndTheLeaderInChargeApproves() {
    var instance = accepted();

    assertThat(taskOf(USER_HANDLE)).isAssignedTo("housing.handler");
    complete(taskOf(USER_HANDLE));
    assertThat(instance).isWaitingAtExactly(CALL_REPLY);
    complete(taskOf(PetitionReply.USER_DRAFT_REPLY));
    assertThat(taskOf(PetitionReply.USER_APPROVE_REPLY)).isAssignedTo("housing.leader")
        .hasCandidateGroupAssociated("leader@housing");
  }

  @Test
  void aPetitionForAnotherWayIsGuidedThere() {
    assertThat(screened(ScreeningVerdict.GUIDE)).isEnded().hasPassed(END_GUIDED_AWAY);
    then(STEPS).should().guideAway(id);
  }

  @Test
  void aPetitionThatIsNotAcceptedEndsWithItsReason() {
    assertThat(screened(ScreeningVerdict.REFUSE)).isEnded().hasPassed(END_REFUSED);
    then(STEPS).should().refuse(id);
  }

  @Test
  void theSameMatterIsMerged() {
    assertThat(screened(ScreeningVerdict.MERGE)).isEnded().hasPassed(END_MERGED);
    then(STEPS).should().merge(id);
  }

  @Test
  void aDisputeBetweenTwoPartiesIsReferredToMediation() {
    assertThat(screened(ScreeningVerdict.MEDIATE)).isEnded().hasPassed(END_REFERRED);
    then(STEPS).should().referToMediation(id);
  }

  @Test
  void aSupplementAtTheCounterLeadsBackToScreening() {
    var instance = screened(ScreeningVerdict.SUPPLEMENT);
    assertThat(instance).isWaitingAtExactly(USER_RECORD_SUPPLEMENT);

    complete(taskOf(USER_RECORD_SUPPLEMENT));

    assertThat(instance).isWaitingAtExactly(USER_SCREEN);
    then(STEPS).should().askSupplement(id);
    then(STEPS).should().resumeScreening(id);
  }

  @Test
  void aSupplementOnThePublicPageLeadsBackToScreening() {
    var instance = screened(ScreeningVerdict.SUPPLEMENT);

    runtimeService().createMessageCorrelation(SUPPLEMENT_RECEIVED).processInstanceBusinessKey(id.toString())
        .correlate();

    assertThat(instance).isWaitingAtExactly(USER_SCREEN);
  }

  @Test
  void aSupplementThatNeverComesLeadsBackToScreeningToo() {
    var instance = screened(ScreeningVerdict.SUPPLEMENT);

    execute(job(TIMER_SUPPLEMENT_LAPSED, instance));

    assertThat(instance).isWaitingAtExactly(USER_SCREEN);
    then(STEPS).should().resumeScreening(id);
  }

  @Test
  void aWithdrawnPetitionLeavesNothingOpen() {
    var instance = accepted();

    runtimeService().createMessageCorrelation(PETITION_WITHDRAWN).processInstanceBusinessKey(id.toString())
        .correlate();

    assertThat(instance).isEnded().hasPassed(END_WITHDRAWN);
    then(STEPS).should().withdraw(id);
    Assertions.assertThat(taskQuery().processInstanceBusinessKey(id.toString()).count()).isZero();
  }

  @Test
  void anObjectionThatTheOfficeAgreesToLeadsToANewAssignment() {
    decided(ObjectionState.AGREED, "housing");

    assertThat(taskOf(PetitionAssignment.USER_REASSIGN)).hasCandidateGroup("officer@xfj");
    complete(taskOf(PetitionAssignment.USER_REASSIGN), LEAD_UNIT.with("liuyin").asMap());
    assertThat(taskOf(PetitionAssignment.USER_ACCEPT)).hasCandidateGroup("handler@liuyin");
    complete(taskOf(PetitionAssignment.USER_ACCEPT), acceptance());
    assertThat(taskOf(USER_HANDLE)).hasCandidateGroupAssociated("handler@liuyin");
  }

  @Test
  void aRulingForTheObjectorAssignsTheUnitThatItNames() {
    decided(ObjectionState.UPHELD, "market");

    assertThat(taskOf(PetitionAssignment.USER_ACCEPT)).hasCandidateGroup("handler@market");
    then(STEPS).should(times(2)).assignUnits(id);
  }

  @Test
  void aRulingAgainstTheObjectorLeavesThePetitionWithIt() {
    decided(ObjectionState.DISMISSED, "housing");

    assertThat(taskOf(PetitionAssignment.USER_ACCEPT)).hasCandidateGroup("handler@housing");
    then(STEPS).should().assignUnits(id);
  }

  @Test
  void aPetitionThatIsWithdrawnWhileUnitsDisagreeLeavesNothingOpen() {
    var instance = screened(ScreeningVerdict.ACCEPT);
    object();

    message(PETITION_WITHDRAWN);

    assertThat(instance).isEnded().hasPassed(END_WITHDRAWN);
    Assertions.assertThat(taskQuery().processInstanceBusinessKey(id.toString()).count()).isZero();
  }

  @Test
  void aReturnedDraftIsWrittenAnew() {
    var instance = accepted();
    complete(taskOf(USER_HANDLE));
    complete(taskOf(PetitionReply.USER_DRAFT_REPLY));

    complete(taskOf(PetitionReply.USER_APPROVE_REPLY), PetitionReply.APPROVED.with(false).asMap());

    assertThat(taskOf(PetitionReply.USER_DRAFT_REPLY)).isAssignedTo("housing.handler");
    assertThat(instance).isWaitingAtExactly(CALL_REPLY);
  }

  @Test
  void aReplyThatCanNotBeDeliveredGoesAnotherWay() {
    var instance = issued();

    message(PetitionReply.REPLY_UNDELIVERABLE);
    complete(taskOf(PetitionReply.USER_CHANGE_DELIVERY));
    message(PetitionReply.REPLY_DELIVERED);

    assertThat(instance).isWaitingAtExactly(GW_AWAIT_RATING);
    then(STEPS).should(times(2)).issueReply(id);
  }

  @Test
  void aPetitionThatIsReconsideredGoesBackToRating() {
    var instance = reconsidered(ReconsiderationSteps.Way.RATE);

    assertThat(instance).isWaitingAtExactly(GW_AWAIT_RATING).hasPassed(SERVICE_CONCLUDE_RECONSIDERATION);
  }

  @Test
  void aPetitionThatWasRatedBeforeItWasReconsideredIsClosed() {
    assertThat(reconsidered(ReconsiderationSteps.Way.CLOSE)).isEnded().hasPassed(SERVICE_CLOSE, END_CLOSED);
  }

  @Test
  void anOrderToHandleAnewLeadsBackToTheUnit() {
    var instance = reconsidered(ReconsiderationSteps.Way.ANEW);

    assertThat(instance).isWaitingAt(USER_HANDLE).hasPassed(SERVICE_CONCLUDE_RECONSIDERATION);
    assertThat(taskOf(USER_HANDLE)).isAssignedTo("housing.handler");
  }

  private ProcessInstance reconsidered(ReconsiderationSteps.Way way) {
    given(RECONSIDERATIONS.conclude(any())).willReturn(new ReconsiderationSteps.Conclusion(way, LATER));
    var instance = delivered(List.of());
    runtimeService().createMessageCorrelation(RECONSIDERATION_ASKED).processInstanceBusinessKey(id.toString())
        .setVariables(PetitionReconsideration.REVIEW_BODY.with("linjiang-review")
            .with(PetitionReconsideration.REVIEWER, "").asMap())
        .correlate();
    assertThat(instance).isWaitingAtExactly(CALL_RECONSIDERATION);
    complete(taskOf(PetitionReconsideration.USER_ADMIT), PetitionReconsideration.ADMITTED.with(false)
        .with(PetitionReconsideration.REVIEWER, "review.reviewer").asMap());
    return instance;
  }

  private void object() {
    complete(taskOf(PetitionAssignment.USER_ACCEPT), PetitionAssignment.ACCEPTED.with(false)
        .with(PetitionObjection.STATE, ObjectionState.WITH_SENDER.name()).with(PetitionObjection.RULING_BODY, "xfj")
        .asMap());
    Assertions.assertThat(taskOf(PetitionAssignment.USER_ACCEPT)).isNull();
  }

  private void decided(ObjectionState state, String leadUnit) {
    screened(ScreeningVerdict.ACCEPT);
    object();
    complete(taskOf(PetitionObjection.USER_DECIDE), PetitionObjection.STATE
        .with(state == ObjectionState.AGREED ? state.name() : ObjectionState.WITH_SUPERIOR.name()).asMap());
    if (state != ObjectionState.AGREED) {
      complete(taskOf(PetitionObjection.USER_RULE),
          PetitionObjection.STATE.with(state.name()).with(LEAD_UNIT, leadUnit).asMap());
    }
  }

  private ProcessInstance registered() {
    return PetitionModels.start(KEY, id, REGISTERING_UNIT.with("xfj"));
  }

  private ProcessInstance screened(ScreeningVerdict verdict) {
    var instance = registered();
    complete(task(instance), SCREENING.with(verdict.key()).with(LEAD_UNIT, "housing").asMap());
    return instance;
  }

  private ProcessInstance accepted() {
    var instance = screened(ScreeningVerdict.ACCEPT);
    complete(taskOf(PetitionAssignment.USER_ACCEPT), acceptance());
    return instance;
  }

  private ProcessInstance issued() {
    var instance = accepted();
    complete(taskOf(USER_HANDLE));
    complete(taskOf(PetitionReply.USER_DRAFT_REPLY));
    complete(taskOf(PetitionReply.USER_APPROVE_REPLY), PetitionReply.APPROVED.with(true).asMap());
    return instance;
  }

  private ProcessInstance delivered(List<String> coUnits) {
    given(STEPS.assignUnits(any())).willReturn(assignment(coUnits));
    var instance = issued();
    message(PetitionReply.REPLY_DELIVERED);
    assertThat(instance).isWaitingAtExactly(GW_AWAIT_RATING);
    return instance;
  }

  private Map<String, Object> acceptance() {
    Facts facts = PetitionAssignment.ACCEPTED.with(true).with(OFFICER, "housing.handler").with(LEADER,
        "housing.leader");
    return facts.asMap();
  }

  private Task taskOf(String key) {
    return taskQuery().processInstanceBusinessKey(id.toString()).taskDefinitionKey(key).singleResult();
  }

  private void message(String name) {
    runtimeService().createMessageCorrelation(name).processInstanceBusinessKey(id.toString()).correlate();
  }

  private static Assignment assignment(List<String> coUnits) {
    return new Assignment("housing", coUnits, "", Optional.empty(), "officer", Instant.EPOCH);
  }
}
